package org.muniment.anchor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
import org.muniment.alarm.MailRelay;
import org.muniment.anchor.Anchor.Kind;
import org.muniment.archive.Archive;
import org.muniment.merklelog.Checkpoint;

/// This is what others say about the log: asked once a day, kept beside the log, and compared with it.
public final class Anchors {
    private static final Duration STAMPED_EVERY = Duration.ofHours(22);
    private static final Duration RENEWED_EVERY = Duration.ofDays(365);
    private static final Duration MAILED_EVERY = Duration.ofDays(7);
    private static final String MAIL = "mail";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path dataFolder;
    private final Archive archive;
    private final InstantSource clock;
    private final OutsideHttp http;
    private final SecureRandom random = new SecureRandom();
    private final AnchorShelf shelf;

    public Anchors(Path dataFolder, Archive archive, InstantSource clock) {
        this(dataFolder, archive, clock, PATIENCE);
    }

    Anchors(Path dataFolder, Archive archive, InstantSource clock, Duration patience) {
        this.dataFolder = dataFolder;
        this.archive = archive;
        this.clock = clock;
        this.http = new OutsideHttp(patience);
        this.shelf = new AnchorShelf(archive);
    }

    /// What a round came to: the anchors it brought, and a sentence for each that it did not.
    public record Round(List<Anchor> brought, List<String> failures) {}

    /// Asks everybody who was not heard for nearly a day.
    public Round askWhoeverIsDue() throws IOException {
        return round(STAMPED_EVERY);
    }

    /// Asks everybody, now.
    public Round askEverybody() throws IOException {
        return round(Duration.ZERO);
    }

    private synchronized Round round(Duration every) throws IOException {
        List<Anchor> brought = new ArrayList<>();
        List<String> failures = new ArrayList<>();
        Optional<String> readOnly = archive.readOnlyReason();
        if (readOnly.isPresent())
            return new Round(List.of(), List.of("The archive is read-only and can keep no anchor: " + readOnly.get()));
        AnchorSettings settings = AnchorSettings.in(dataFolder);
        for (TimeStampAuthority authority : settings.authorities()) {
            try {
                if (isRenewalDue(authority)) renew(authority).ifPresent(brought::add);
                else if (isDue(Kind.TIME_STAMP, authority.name(), every))
                    stamp(authority).ifPresent(brought::add);
            } catch (AnchorIsRefused refused) {
                failures.add("Time-stamp authority " + authority.name() + ": " + refused.getMessage());
            }
        }
        if (!settings.mailedTo().isEmpty() && isDue(Kind.MAILED, MAIL, every.isZero() ? every : MAILED_EVERY))
            mail(settings.mailedTo(), failures).ifPresent(brought::add);
        return new Round(brought, failures);
    }

    private Optional<Anchor> mail(List<String> people, List<String> failures) throws IOException {
        Optional<Checkpoint> newest = archive.checkpoint();
        if (newest.isEmpty()) return Optional.empty();
        List<String> told = new CheckpointMail(new MailRelay(dataFolder)).send(newest.get(), people, failures);
        if (told.isEmpty()) return Optional.empty();
        Instant at = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        AnchorName name = new AnchorName(newest.get().size(), at, MAIL);
        shelf.keep(Kind.MAILED, name, at, Map.of(AnchorName.MAILED, newest.get().bytes()));
        return Optional.of(new Anchor(Kind.MAILED, MAIL, at, newest.get().size()));
    }

    private boolean isDue(Kind kind, String by, Duration every) throws IOException {
        Optional<Anchor> newest = shelf.newest(kind, by);
        return newest.isEmpty()
                || !clock.instant().isBefore(newest.get().at().plus(every))
                // A clock set back must not end the asking.
                || clock.instant().isBefore(newest.get().at().minus(STAMPED_EVERY));
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
        if (archive.anchors().names().contains(name.file(AnchorName.RESPONSE)))
            throw new AnchorIsRefused("It was asked a moment ago; its answer of " + name.at() + " is kept.");
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(ending, beside);
        files.put(AnchorName.CERTIFICATES, authority.trusted().pem());
        files.put(AnchorName.RESPONSE, response);
        shelf.keep(kind, name, at, files);
        return new Anchor(kind, authority.name(), name.at(), size);
    }

    /// Returns the anchors that are kept, newest first, by their names alone.
    public List<Anchor> kept() throws IOException {
        return shelf.all();
    }

    /// Returns a sentence for whatever is wrong with the newest hundred.
    public List<String> checkQuickly() throws IOException {
        return new AnchorCheck(archive).quick();
    }

    /// Returns a sentence for whatever is wrong with any, or differs from what the log says was kept.
    public List<String> checkFully() throws IOException {
        return new AnchorCheck(archive).full();
    }

    /// Compares the log with a checkpoint of it that somebody kept elsewhere; returns that checkpoint. Throws
    /// [AnchorIsRefused] if the log was rolled back behind it or rewritten, or if it is none of this log. How lines
    /// end is no difference: mail programs do as they like.
    public Checkpoint compare(byte[] checkpoint) throws IOException {
        String text = new String(checkpoint, StandardCharsets.UTF_8).replace("\r\n", "\n");
        return AnchorCheck.requireBeginningOf(archive.log(), text.getBytes(StandardCharsets.UTF_8));
    }

    /// Returns the newest outside time that holds: its token is valid and the log still begins as it says.
    public Optional<Instant> newestTime() throws IOException {
        for (Anchor anchor : shelf.all()) {
            if (!anchor.kind().isTimedOutside()) continue;
            try {
                return Optional.of(new AnchorCheck(archive).requireTrue(anchor));
            } catch (AnchorIsRefused | NoSuchFileException wrong) {
                // Verification says so; what is wrong gives no time.
            }
        }
        return Optional.empty();
    }
}
