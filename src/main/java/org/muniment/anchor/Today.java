package org.muniment.anchor;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;

/// This is what "today" means where records are destroyed: the earlier of this machine's clock and
/// the newest outside time stamp, so that nobody destroys early by setting a clock forward.
public final class Today {
    private static final Duration APART_MAX = Duration.ofHours(24);

    private final Anchors anchors;
    private final Alarms alarms;
    private final InstantSource clock;

    public Today(Anchors anchors, Alarms alarms, InstantSource clock) {
        this.anchors = anchors;
        this.alarms = alarms;
        this.clock = clock;
    }

    /// Returns the instant to count with. Asks for a new time stamp first if the newest is nearly a day old. Throws
    /// [NoOutsideTime], or [ClocksDisagree] after raising the alarm: then nothing may be destroyed.
    public Instant instant() throws IOException {
        var _ = anchors.askWhoeverIsDue();
        Optional<Instant> outside = anchors.newestTime();
        Instant here = clock.instant();
        if (outside.isEmpty()) throw new NoOutsideTime();
        if (areApart(outside.get(), here)) {
            String sentence = sentence(outside.get(), here);
            alarms.raise(AlarmKind.CLOCK_DISAGREES, sentence);
            throw new ClocksDisagree(sentence);
        }
        return outside.get().isBefore(here) ? outside.get() : here;
    }

    static boolean areApart(Instant outside, Instant here) {
        return Duration.between(outside, here).abs().compareTo(APART_MAX) > 0;
    }

    static String sentence(Instant outside, Instant here) {
        return "The newest outside time stamp says " + outside + ", this machine's clock " + here + ".";
    }
}
