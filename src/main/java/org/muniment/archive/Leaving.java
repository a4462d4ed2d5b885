package org.muniment.archive;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// What is about to be destroyed, or was since the start. What is delivered meanwhile is no repetition of it: that
/// would go with it, and nobody has said that it may.
final class Leaving {
    private static final AccessionRanges ALL = new AccessionRanges(List.of(new AccessionRanges.Run(0, Long.MAX_VALUE)));

    private final Map<String, AccessionRanges> batches = new ConcurrentHashMap<>();

    /// The delivery is captured, and repeats nothing.
    static final class OriginalIsLeaving extends RuntimeException {
        OriginalIsLeaving() {
            super("the original is about to be destroyed");
        }
    }

    void add(String batch, AccessionRanges captures) {
        batches.put(batch, captures);
    }

    /// Nothing of this batch is destroyed after all.
    void stays(String batch) {
        batches.remove(batch);
    }

    /// Until the next start: where destructions stand cannot be read, and a message kept twice is no loss.
    void addAll() {
        batches.put("", ALL);
    }

    /// What an entry that names this original needs on the committer's thread, where an authorisation cannot come
    /// between this and the entry.
    PendingRecord.Before require(AccessionNumber original) {
        return () -> {
            if (batches.values().stream().anyMatch(captures -> captures.contains(original.index())))
                throw new OriginalIsLeaving();
        };
    }
}
