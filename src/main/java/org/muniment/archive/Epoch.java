package org.muniment.archive;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.muniment.merklelog.Checkpoint;
import org.muniment.merklelog.MerkleLog;
import tools.jackson.databind.json.JsonMapper;

/// This is how an archive that was restored from a backup goes on: in a log of a new origin that
/// begins with all entries of the former one, steps over every number that may have been given away
/// since, and says so in an entry ([ADR 47](docs/adr/0047-epoch.md)).
///
/// @param origin of the log that begins
/// @param former origin of the log it takes up
/// @param entries how many entries of that the backup had
/// @param skipped how many numbers after them are stepped over: what they named is not here
/// @param checkpoint the highest checkpoint of the former log that is known, as it was signed
/// @param backupMadeAt when the backup was made
public record Epoch(
        String origin, String former, long entries, long skipped, Optional<String> checkpoint, Instant backupMadeAt) {
    /// Kind of the entry that says all this.
    public static final String KIND = "epoch";
    /// Kind of each entry that stands where a number is stepped over.
    public static final String SKIPPED = "epoch-skipped";

    private static final long SKIPPED_MAX = 50_000_000;
    private static final int IN_FLIGHT_MAX = 2_000;

    /// Begins the epoch of an archive that was opened under its new origin for the first time. The checkpoints
    /// are of the former log, their signatures believed. Throws [BackupIsOfAnotherLog] if what was restored
    /// does not begin as one of them says.
    static Epoch begin(Archive archive, String former, List<Checkpoint> known, Instant backupMadeAt, Progress progress)
            throws IOException {
        long entries = archive.size();
        awaitLog(archive, entries);
        for (Checkpoint checkpoint : known) requireBeginning(archive.log(), checkpoint);
        Optional<Checkpoint> highest = known.stream().max(Comparator.comparingLong(Checkpoint::size));
        long skipped = Math.max(0, highest.map(Checkpoint::size).orElse(0L) - entries);
        if (skipped > SKIPPED_MAX) throw BackupIsOfAnotherLog.isTooOld(entries, entries + skipped);
        skip(archive, skipped, progress);
        var epoch =
                new Epoch(archive.origin(), former, entries, skipped, highest.map(Checkpoint::toString), backupMadeAt);
        archive.record(new LifecycleEvent(KIND, JsonMapper.shared().writeValueAsString(epoch)));
        awaitLog(archive, archive.size());
        return epoch;
    }

    private static void awaitLog(Archive archive, long size) throws IOException {
        archive.publish();
        Optional<String> damage = archive.readOnlyReason();
        if (damage.isPresent()) throw new StoreIsDamaged(damage.get());
        if (archive.checkpoint().map(Checkpoint::size).orElse(0L) < size)
            throw new IOException("the new log could not be signed up to entry " + size);
    }

    private static void requireBeginning(MerkleLog log, Checkpoint checkpoint) throws IOException {
        if (checkpoint.size() > log.size()) return;
        if (!log.root(checkpoint.size()).equals(checkpoint.root())) throw BackupIsOfAnotherLog.differs(checkpoint);
    }

    private static void skip(Archive archive, long count, Progress progress) {
        var event = new LifecycleEvent(SKIPPED, "{}");
        ArrayDeque<CompletableFuture<Long>> inFlight = new ArrayDeque<>();
        for (long i = 0; i < count; i++) {
            inFlight.add(archive.recording(event));
            if (inFlight.size() >= IN_FLIGHT_MAX) inFlight.removeFirst().join();
            if (i % IN_FLIGHT_MAX == 0) progress.reached(i, count);
        }
        inFlight.forEach(CompletableFuture::join);
    }

    /// What happened, in a sentence.
    public String sentence() {
        String skippedText = skipped == 0
                ? "no number is known to have been given away after them"
                : "%,d numbers after them (%d to %d) were given away and are not here"
                        .formatted(skipped, entries, entries + skipped - 1);
        return "The log %s takes up %s with its first %,d entries, from the backup of %s; %s."
                .formatted(origin, former, entries, backupMadeAt, skippedText);
    }
}
