package org.muniment.archive;

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

    void guardedBy(Guard newGuard) {
        guard = Optional.of(newGuard);
    }

    Guard guard() {
        return guard.orElseThrow(NothingGuardsTheArchive::new);
    }

    /// Writes an event down.
    AccessionNumber watch(LifecycleEvent event, Supplier<AccessionNumber> writing) {
        if (guard.isEmpty() || !guard.get().changesHolds(event.kind())) return writing.get();
        onTheirWay.incrementAndGet();
        try {
            AccessionNumber number = writing.get();
            last.accumulateAndGet(number.index(), Math::max);
            return number;
        } finally {
            onTheirWay.decrementAndGet();
        }
    }

    /// Throws [HoldsMoved] unless what must be kept is what it was at this version. On the committer's thread nothing
    /// comes between this and the entry that relies on it.
    void requireUnmoved(long version) {
        // In this order: what is not on its way any more is in `last`.
        if (onTheirWay.get() > 0 || last.get() > version || guard().version() != version) throw new HoldsMoved();
    }
}
