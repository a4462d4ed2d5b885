package org.muniment.archive;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/// A full check of all segments that is saved after each one, and goes on where it was stopped.
final class FullCheck {
    private final SegmentsCheck segments;
    private final UnfinishedCheck unfinished;
    private final Findings findings;
    private final Consumer<String> remarks;
    private boolean isSaved = true;

    FullCheck(SegmentsCheck segments, UnfinishedCheck unfinished, Findings findings, Consumer<String> remarks) {
        this.segments = segments;
        this.unfinished = unfinished;
        this.findings = findings;
        this.remarks = remarks;
    }

    /// Begins, and begins the log, as often as asked: a log that does not lead to the root saved is begun anew.
    interface Logs {
        LogFeed begin();
    }

    /// Returns how many entries were read, those of the run that was stopped included.
    long run(Logs logs, Instant now) throws IOException {
        Optional<UnfinishedCheck.Reached> reached = unfinished
                .load(now)
                .filter(it -> segments.isBoundary(it.ending().segmentId(), it.position()));
        if (reached.isPresent()) {
            try (LogFeed log = logs.begin()) {
                if (log.goOnFrom(reached.get())) return goOn(log, reached.get());
            }
        }
        try (LogFeed log = logs.begin()) {
            return rest(log, Optional.of(SegmentHeader.Ending.NONE), now);
        }
    }

    private long goOn(LogFeed log, UnfinishedCheck.Reached reached) throws IOException {
        remarks.accept("This check was begun at " + reached.begunAt() + " and stopped; it went on after segment "
                + reached.ending().segmentId() + ", at entry " + reached.position() + ".");
        // What is still so was found again already.
        reached.findings().stream()
                .filter(found -> !findings.all().contains(found))
                .forEach(findings::add);
        return rest(log, Optional.of(reached.ending()), reached.begunAt());
    }

    private long rest(LogFeed log, Optional<SegmentHeader.Ending> after, Instant begunAt) throws IOException {
        segments.run(log, after, ending -> save(log, ending, begunAt));
        unfinished.end();
        return log.checked();
    }

    private void save(LogFeed log, SegmentHeader.Ending ending, Instant begunAt) {
        if (log.root().isEmpty()) return;
        try {
            unfinished.save(new UnfinishedCheck.Reached(
                    begunAt, log.position(), log.checked(), log.root().get(), ending, findings.all()));
        } catch (IOException unwritable) {
            // A disk that takes nothing can be checked all the same.
            if (isSaved) remarks.accept("How far it had come could not be saved: " + unwritable.getMessage());
            isSaved = false;
        }
    }
}
