package org.muniment.archive;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/// Knows whether what must be kept may have changed since it was looked at: also while an entry that changes it is on
/// its way into the log, or in the log and not yet with the [Guard].
final class HoldWatch {
    private final AtomicInteger onTheirWay = new AtomicInteger();
    private final AtomicLong last = new AtomicLong(-1);
    private volatile Optional<Guard> guard = Optional.empty();
    private volatile boolean knowsTheLog;

    void guardedBy(Guard newGuard) {
        guard = Optional.of(newGuard);
        knowsTheLog = false;
    }

    Guard guard() {
        return guard.orElseThrow(NothingGuardsTheArchive::new);
    }

    /// Writes an event down. While nobody guards the archive, any may be one that changes what must be kept.
    AccessionNumber watch(LifecycleEvent event, Supplier<AccessionNumber> writing) {
        if (guard.isPresent() && !guard.get().changesHolds(event.kind())) return writing.get();
        onTheirWay.incrementAndGet();
        try {
            AccessionNumber number = writing.get();
            // Asked again: who guards the archive since may have read the log before this was in it.
            if (guard.isPresent() && guard.get().changesHolds(event.kind()))
                last.accumulateAndGet(number.index(), Math::max);
            return number;
        } finally {
            onTheirWay.decrementAndGet();
        }
    }

    /// Learns from the log what no [#watch] of this process has seen, once. Until then nothing is unmoved.
    void readLog(OpenedStore store) throws IOException {
        if (knowsTheLog) return;
        Guard asked = guard();
        var behindIt = new RecordWalk(store.segments(), store.growth(), asked.version() + 1);
        try (var events = new EventReader(store, behindIt)) {
            for (var next = events.next(); next.isPresent(); next = events.next())
                if (asked.changesHolds(next.get().event().kind()))
                    last.accumulateAndGet(next.get().accession().index(), Math::max);
        }
        knowsTheLog = true;
    }

    /// Throws [HoldsMoved] unless what must be kept is what it was at this version. On the committer's thread nothing
    /// comes between this and the entry that relies on it.
    void requireUnmoved(long version) {
        // In this order: what is not on its way any more is in `last`.
        if (!knowsTheLog || onTheirWay.get() > 0 || last.get() > version || guard().version() != version)
            throw new HoldsMoved();
    }
}
