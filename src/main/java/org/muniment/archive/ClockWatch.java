package org.muniment.archive;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;

/// Notices that the computer's clock was set: it moved otherwise than time did. Nothing waits for it: accession numbers
/// say the order of entries, and a message is taken whatever the clock says.
final class ClockWatch {
    /// More than any slewing between two looks, less than anybody would care about in a record.
    static final Duration TOLERANCE = Duration.ofMinutes(1);

    private final InstantSource clock;
    private final LongSupplier nanoTime;
    private final Alarms alarms;
    private Instant seen;
    private long seenNanos;

    ClockWatch(InstantSource clock, LongSupplier nanoTime, Alarms alarms) {
        this.clock = clock;
        this.nanoTime = nanoTime;
        this.alarms = alarms;
        this.seen = clock.instant();
        this.seenNanos = nanoTime.getAsLong();
    }

    /// Compares with the time of the last entry kept: a clock may have been set back while nothing ran.
    void compareWithLastEntry(Instant written) {
        if (seen.plus(TOLERANCE).isBefore(written))
            raise("back: the last entry was written at " + written + ", now it is " + seen);
    }

    /// Compares with the last look; called about once a second.
    void look() {
        Instant now = clock.instant();
        long nanos = nanoTime.getAsLong();
        Instant expected = seen.plusNanos(nanos - seenNanos);
        if (now.plus(TOLERANCE).isBefore(expected)) raise("back from " + expected + " to " + now);
        if (now.isAfter(expected.plus(TOLERANCE))) raise("forward from " + expected + " to " + now);
        seen = now;
        seenNanos = nanos;
    }

    private void raise(String how) {
        alarms.raise(AlarmKind.CLOCK_JUMPED, "The clock of this computer jumped " + how + ".");
    }
}
