package org.muniment.anchor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muniment.anchor.Anchor.Kind;
import org.muniment.archive.Archive;
import org.muniment.merklelog.Checkpoint;
import org.muniment.merklelog.SignedNote;

/// One round of asking: whoever is due vouches for the newest checkpoint, and what holds is kept.
final class AnchorRound {
    /// With an hour between two looks, two anchors are never a whole day apart.
    static final Duration DAILY = Duration.ofHours(22);

    private static final Duration RENEWED_EVERY = Duration.ofDays(365);
    private static final Duration MAILED_EVERY = Duration.ofDays(7);
    private static final String MAIL = "mail";

    private final Archive archive;
    private final InstantSource clock;
    private final OutsideHttp http;
    private final SecureRandom random;
    private final Duration every;
    private final AnchorShelf shelf;
    private final List<Anchor> brought = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    AnchorRound(Archive archive, InstantSource clock, OutsideHttp http, SecureRandom random, Duration every) {
        this.archive = archive;
        this.clock = clock;
        this.http = http;
        this.random = random;
        this.every = every;
        this.shelf = new AnchorShelf(archive.anchors());
    }

    Anchors.Round with(AnchorSettings settings, CheckpointMail mail) throws IOException {
        for (TimeStampAuthority authority : settings.authorities())
            asked("Time-stamp authority " + authority.name(), () -> stampOrRenew(authority));
        for (Witness witness : settings.witnesses()) asked("Witness " + witness.name(), () -> cosign(witness));
        if (!settings.mailedTo().isEmpty()) asked("Mail", () -> mail(mail, settings.mailedTo()));
        return new Anchors.Round(brought, failures);
    }

    private interface Asking {
        Optional<Anchor> ask() throws IOException;
    }

    private void asked(String whom, Asking asking) throws IOException {
        try {
            asking.ask().ifPresent(brought::add);
        } catch (AnchorIsRefused refused) {
            failures.add(whom + ": " + refused.getMessage());
        }
    }

    private Optional<Anchor> stampOrRenew(TimeStampAuthority authority) throws IOException {
        if (isRenewalDue(authority)) return renew(authority);
        return isDue(Kind.TIME_STAMP, authority.name(), every) ? stamp(authority) : Optional.empty();
    }

    private boolean isDue(Kind kind, String by, Duration every) throws IOException {
        Optional<Anchor> newest = shelf.newest(kind, by);
        return newest.isEmpty()
                || !clock.instant().isBefore(newest.get().at().plus(every))
                // A clock set back must not end the asking.
                || clock.instant().isBefore(newest.get().at().minus(DAILY));
    }

    private Optional<Anchor> stamp(TimeStampAuthority authority) throws IOException {
        Optional<Checkpoint> newest = archive.checkpoint();
        if (newest.isEmpty()) return Optional.empty();
        byte[] checkpoint = newest.get().bytes();
        return Optional.of(
                stamp(authority, Kind.TIME_STAMP, newest.get().size(), checkpoint, AnchorName.CHECKPOINT, checkpoint));
    }

    /// An authority's key or a hash may grow weak with the years: then the older token counts because a younger one, of
    /// stronger means, shows that it was there before.
    private boolean isRenewalDue(TimeStampAuthority authority) throws IOException {
        List<Anchor> its = shelf.all().stream()
                .filter(anchor -> anchor.by().equals(authority.name()) && anchor.kind() != Kind.COSIGNATURE)
                .toList();
        if (its.isEmpty()) return false;
        Optional<Anchor> renewed =
                its.stream().filter(anchor -> anchor.kind() == Kind.RENEWAL).findFirst();
        Instant last = renewed.orElse(its.getLast()).at();
        return !clock.instant().isBefore(last.plus(RENEWED_EVERY));
    }

    private Optional<Anchor> renew(TimeStampAuthority authority) throws IOException {
        Optional<Anchor> newest = shelf.newest(Kind.TIME_STAMP, authority.name());
        if (newest.isEmpty()) return Optional.empty();
        String older = AnchorShelf.name(newest.get()).file(AnchorName.RESPONSE);
        byte[] says = (older + "\n").getBytes(StandardCharsets.UTF_8);
        byte[] token = archive.anchors().read(older);
        return Optional.of(stamp(authority, Kind.RENEWAL, newest.get().size(), token, AnchorName.RENEWS, says));
    }

    private Anchor stamp(TimeStampAuthority authority, Kind kind, long size, byte[] bytes, String ending, byte[] beside)
            throws IOException {
        byte[] response = authority.stamp(bytes, http, random);
        Instant at = TokenCheck.check(response, bytes, authority.trusted());
        AnchorName name = new AnchorName(size, at.truncatedTo(ChronoUnit.SECONDS), authority.name());
        requireNew(name, AnchorName.RESPONSE);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(ending, beside);
        files.put(AnchorName.CERTIFICATES, authority.trusted().pem());
        files.put(AnchorName.RESPONSE, response);
        AnchorShelf.keep(archive, kind, name, at, files);
        return new Anchor(kind, authority.name(), name.at(), size);
    }

    private Optional<Anchor> cosign(Witness witness) throws IOException {
        Optional<Checkpoint> newest = archive.checkpoint();
        if (newest.isEmpty() || !isDue(Kind.COSIGNATURE, witness.name(), every)) return Optional.empty();
        long seen =
                shelf.newest(Kind.COSIGNATURE, witness.name()).map(Anchor::size).orElse(0L);
        SignedNote cosigned = witness.cosign(archive.log(), newest.get(), seen, http);
        Instant at = witness.time(cosigned);
        AnchorName name = new AnchorName(newest.get().size(), at, witness.name());
        requireNew(name, AnchorName.COSIGNED);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(AnchorName.WITNESS_KEY, (witness.key() + "\n").getBytes(StandardCharsets.UTF_8));
        files.put(AnchorName.COSIGNED, cosigned.bytes());
        AnchorShelf.keep(archive, Kind.COSIGNATURE, name, at, files);
        return Optional.of(new Anchor(Kind.COSIGNATURE, witness.name(), at, name.size()));
    }

    private Optional<Anchor> mail(CheckpointMail mail, List<String> people) throws IOException {
        Optional<Checkpoint> newest = archive.checkpoint();
        if (newest.isEmpty() || !isDue(Kind.MAILED, MAIL, every.isZero() ? every : MAILED_EVERY))
            return Optional.empty();
        if (mail.send(newest.get(), people, failures).isEmpty()) return Optional.empty();
        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        AnchorName name = new AnchorName(newest.get().size(), at, MAIL);
        AnchorShelf.keep(
                archive,
                Kind.MAILED,
                name,
                at,
                Map.of(AnchorName.MAILED, newest.get().bytes()));
        return Optional.of(new Anchor(Kind.MAILED, MAIL, at, name.size()));
    }

    private void requireNew(AnchorName name, String ending) throws IOException {
        if (archive.anchors().names().contains(name.file(ending)))
            throw new AnchorIsRefused("It was asked a moment ago; its answer of " + name.at() + " is kept.");
    }
}
