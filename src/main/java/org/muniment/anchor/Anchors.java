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
import org.muniment.merklelog.Hash;
import org.muniment.merklelog.LogCopy;
import org.muniment.merklelog.NoteVerifier;
import org.muniment.merklelog.SignedTree;

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

    /// Returns a sentence for whatever is wrong with the newest hundred.
    public List<String> checkQuickly() throws IOException {
        Optional<AnchorCheck> check = check(archive);
        return check.isPresent() ? check.get().quick() : NOT_LOOKED_AT;
    }

    /// Returns a sentence for whatever is wrong with any, or differs from what the log says was kept.
    public List<String> checkFully() throws IOException {
        Optional<AnchorCheck> check = check(archive);
        if (check.isEmpty()) return NOT_LOOKED_AT;
        return Stream.concat(check.get().all().stream(), new AnchorEntries(archive).check().stream())
                .toList();
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
        try {
            return AnchorCheck.requireBeginningOf(new UnderFormerName(archive.log(), origin), checkpoint);
        } catch (AnchorIsRefused wrong) {
            throw new AnchorIsRefused(wrong.getMessage() + " It is of the log " + origin
                    + ", which this one took up from a backup: if it was signed after that backup was made, this must be"
                    + " so, and the log's entry \"epoch\" says which numbers are missing.");
        }
    }

    /// The log, for a checkpoint of the one it took up: the same key under that one's name.
    private record UnderFormerName(SignedTree log, String name) implements SignedTree {
        @Override
        public NoteVerifier verifier() {
            return log.verifier().named(name);
        }

        @Override
        public Optional<Checkpoint> checkpoint() {
            return log.checkpoint();
        }

        @Override
        public Hash root(long treeSize) throws IOException {
            return log.root(treeSize);
        }
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
