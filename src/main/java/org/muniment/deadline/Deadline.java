package org.muniment.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.muniment.law.Provision;

/// This is when something is due, and how that was counted.
///
/// @param dueOn absent where the law sets no day, or while the clock stands still: [#sentence] says
/// which
/// @param rule the row it follows from
/// @param sentence the result in words
/// @param trace day by day, from the day of receipt
/// @param segments the same in stretches: running, standing still, extended
/// @param otherReading a later date that a reading of the law would allow, where it is not settled
/// @param others what else runs
/// @param answeredOn when the city answered
public record Deadline(
        Optional<LocalDate> dueOn,
        DeadlineKind kind,
        Provision rule,
        String sentence,
        List<Day> trace,
        List<Segment> segments,
        Optional<OtherReading> otherReading,
        List<Other> others,
        Optional<LocalDate> answeredOn) {

    /// One day of the count.
    public record Day(LocalDate date, boolean counted, String why, Optional<String> citation) {}

    /// A stretch of the clock; without an end it goes on.
    public record Segment(LocalDate from, Optional<LocalDate> to, State state, String reason, String citation) {}

    /// What the clock does in a stretch.
    public enum State {
        RUNNING,
        STANDING_STILL,
        EXTENDED,
        RUN_OUT
    }

    public record OtherReading(LocalDate dueOn, String why) {}

    /// Something else that is due.
    ///
    /// @param dueOn absent until what it runs from has happened
    public record Other(String name, DeadlineKind kind, Optional<LocalDate> dueOn, Provision rule, String why) {}

    /// How a request stands on a day.
    public enum Lateness {
        /// The law sets no day, or it cannot be told while the clock stands still.
        NO_DATE,
        OPEN,
        DUE_TODAY,
        LATE,
        ANSWERED_IN_TIME,
        ANSWERED_LATE
    }

    public Lateness lateness(LocalDate today) {
        if (answeredOn.isPresent())
            return dueOn.filter(answeredOn.get()::isAfter).isPresent()
                    ? Lateness.ANSWERED_LATE
                    : Lateness.ANSWERED_IN_TIME;
        if (dueOn.isEmpty()) return Lateness.NO_DATE;
        int order = dueOn.get().compareTo(today);
        return order < 0 ? Lateness.LATE : order == 0 ? Lateness.DUE_TODAY : Lateness.OPEN;
    }

    public boolean standsStill() {
        return !segments.isEmpty() && segments.getLast().state() == State.STANDING_STILL;
    }
}
