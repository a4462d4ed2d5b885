package org.muniment.anchor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.muniment.alarm.MailRelay;
import org.muniment.archive.AnchorFiles;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveRefusal;
import org.muniment.merklelog.Checkpoint;
import org.muniment.merklelog.LogCopy;
import org.muniment.merklelog.NoteVerifier;

/// This is what others say about the log: asked once a day, kept beside the log, and compared with it.
public final class Anchors {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> NOT_LOOKED_AT =
            List.of("Anchors: they were not looked at, for the log itself cannot be read.");

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
        this.shelf = new AnchorShelf(archive.anchors());
    }

    /// What a round came to: the anchors it brought, and a sentence for each that it did not.
    public record Round(List<Anchor> brought, List<String> failures) {}

    /// Asks everybody who was not heard for nearly a day, and writes to people who were not written to for a week.
    public Round askWhoeverIsDue() throws IOException {
        return round(AnchorRound.DAILY);
    }

    /// Asks everybody, now.
    public Round askEverybody() throws IOException {
        return round(Duration.ZERO);
    }

    private synchronized Round round(Duration every) throws IOException {
        Optional<String> readOnly = archive.readOnlyReason();
        if (readOnly.isPresent())
            return new Round(List.of(), List.of("The archive is read-only and can keep no anchor: " + readOnly.get()));
        return new AnchorRound(archive, clock, http, random, every)
                .with(AnchorSettings.in(dataFolder), new CheckpointMail(new MailRelay(dataFolder)));
    }

    /// Returns the anchors that are kept, newest first, by their names alone.
    public List<Anchor> kept() throws IOException {
        return shelf.all();
    }

    /// What a look at the anchors came to.
    ///
    /// @param findings a sentence for whatever is wrong
    /// @param remarks a sentence for each that shows what is missing since a restore, and known to be
    public record Looked(List<String> findings, List<String> remarks) {}

    /// Returns a sentence for whatever is wrong with the newest hundred.
    public List<String> checkQuickly() throws IOException {
        return look(false).findings();
    }

    /// Returns a sentence for whatever is wrong with any, or differs from what the log says was kept.
    public List<String> checkFully() throws IOException {
        return look(true).findings();
    }

    /// Looks at the newest hundred, or at all and at what the log says was kept; those of the logs that this one
    /// took up too.
    public Looked look(boolean all) throws IOException {
        Optional<AnchorCheck> check = check(archive);
        if (check.isEmpty()) return new Looked(NOT_LOOKED_AT, List.of());
        Looked former = new FormerAnchors(archive).look(all);
        Stream<String> own = (all ? check.get().all() : check.get().quick()).stream();
        Stream<String> entries = all ? new AnchorEntries(archive).check().stream() : Stream.of();
        return new Looked(
                Stream.of(own, former.findings().stream(), entries)
                        .flatMap(found -> found)
                        .toList(),
                former.remarks());
    }

    /// Returns a sentence for whatever is wrong with the anchors in a copy of a log, as somebody can tell who has
    /// nothing but the copy and the log's public key; throws [org.muniment.merklelog.LogIsDamaged] if the copy's
    /// checkpoint is not the log's. That an authority's certificate is really its own, nobody can tell from a copy.
    ///
    /// @param log the folder of the log, that with `checkpoint`
    public static List<String> checkCopy(Path log, NoteVerifier key) throws IOException {
        return new AnchorCheck(AnchorFiles.beside(log), LogCopy.open(log, key)).all();
    }

    /// Returns how many anchors lie beside a log, going by their names alone.
    public static int countIn(Path log) throws IOException {
        return new AnchorShelf(AnchorFiles.beside(log)).all().size();
    }

    /// Nothing if the log itself cannot be read.
    private static Optional<AnchorCheck> check(Archive archive) {
        try {
            return Optional.of(new AnchorCheck(archive.anchors(), archive.log()));
        } catch (ArchiveRefusal damaged) {
            return Optional.empty();
        }
    }

    /// Compares the log with a checkpoint of it that somebody kept elsewhere; returns that checkpoint. Throws
    /// [AnchorIsRefused] if the log was rolled back behind it or rewritten, or if it is none of this log. How lines
    /// end is no difference: mail programs do as they like.
    public Checkpoint compare(byte[] checkpoint) throws IOException {
        String text = new String(checkpoint, StandardCharsets.UTF_8).replace("\r\n", "\n");
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        String origin = text.lines().findFirst().orElse("");
        return origin.equals(archive.origin()) || !archive.hadLog(origin)
                ? AnchorCheck.requireBeginningOf(archive.log(), bytes)
                : compareFormer(origin, bytes);
    }

    private Checkpoint compareFormer(String origin, byte[] checkpoint) throws IOException {
        return TakenUpLog.of(archive, origin).compare(checkpoint, missing -> {
            throw new AnchorIsRefused("Nothing was found that contradicts this checkpoint; but " + missing.sentence());
        });
    }

    /// Returns the newest outside time that holds: its token is valid and the log still begins as it says.
    public Optional<Instant> newestTime() throws IOException {
        List<Anchor> timed = shelf.all().stream()
                .filter(anchor -> anchor.kind().isTimedOutside())
                .toList();
        Optional<AnchorCheck> check = check(archive);
        if (check.isEmpty()) return Optional.empty();
        Optional<Anchor> newest = check.get().firstThatHolds(timed);
        return newest.isPresent() ? Optional.of(check.get().requireTrue(newest.get())) : Optional.empty();
    }
}
