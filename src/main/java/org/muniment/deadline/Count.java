package org.muniment.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniment.deadline.CalendarDay.Effect;
import org.muniment.deadline.Deadline.Day;

/// One walk through a calendar, from the day after the start to the day on which enough days were
/// counted.
///
/// @param dueOn absent if the clock still stands still
record Count(Optional<LocalDate> dueOn, List<Day> trace) {
    static final int WALK_DAYS_MAX = 20_000;

    /// What a day does of which the law leaves open whether it counts.
    enum Reading {
        /// All of them count.
        STRICTEST,
        /// They count, but for the days on which the office does not work.
        DUE,
        /// None of them counts.
        LOOSEST
    }

    /// A time in which the clock stands still: after the first day, up to and with the last. As at
    /// receipt, the day of the event itself is left out.
    record Standstill(LocalDate from, Optional<LocalDate> to, ClockRules.Toll toll) {
        boolean holds(LocalDate date) {
            return date.isAfter(from) && to.filter(date::isAfter).isEmpty();
        }
    }

    /// @param required how many days, extension included
    /// @param base how many of them without it
    record Task(LocalDate start, int base, int required, String dayName, List<Standstill> standstills) {
        static Task plain(LocalDate start, int days, String dayName) {
            return new Task(start, days, days, dayName, List.of());
        }
    }

    static Count of(BusinessCalendar calendar, Task task, Reading reading) {
        List<Day> trace = new ArrayList<>();
        int counted = 0;
        LocalDate date = task.start();
        while (counted < task.required()) {
            date = date.plusDays(1);
            LocalDate today = date;
            Optional<Standstill> still =
                    task.standstills().stream().filter(one -> one.holds(today)).findFirst();
            if (still.isPresent()) {
                if (still.get().to().isEmpty()) return new Count(Optional.empty(), trace);
                trace.add(standing(date, still.get()));
            } else {
                CalendarDay day = calendar.day(date);
                boolean counts = counts(day, reading);
                if (counts) counted++;
                trace.add(counts ? counting(day, counted, task) : left(day));
            }
            if (trace.size() > WALK_DAYS_MAX)
                throw new EventIsRefused("No day is left to count in 50 years. Look at the days marked as closed.");
        }
        return new Count(Optional.of(date), trace);
    }

    private static boolean counts(CalendarDay day, Reading reading) {
        return switch (day.effect()) {
            case COUNTS -> true;
            case UNSETTLED -> reading != Reading.LOOSEST;
            case OFFICE_RESTS -> reading == Reading.STRICTEST;
            case DOES_NOT_COUNT -> false;
        };
    }

    private static Day standing(LocalDate date, Standstill still) {
        return new Day(
                date,
                false,
                "The clock stands still since %s: %s"
                        .formatted(Words.day(still.from()), still.toll().words()),
                Optional.of(still.toll().provision().citation()));
    }

    private static Day counting(CalendarDay day, int number, Task task) {
        StringBuilder why =
                new StringBuilder("%s %d of %d".formatted(Words.begun(task.dayName()), number, task.required()));
        if (number > task.base()) why.append(", added by the extension");
        if (day.effect() == Effect.UNSETTLED)
            why.append(". ").append(day.why()).append("; so it is counted, and the date is the earlier one");
        else if (!day.why().isEmpty()) why.append(". ").append(day.why()).append("; by law the day counts");
        return new Day(day.date(), true, why.toString(), day.citation());
    }

    private static Day left(CalendarDay day) {
        return new Day(day.date(), false, day.why(), day.citation());
    }

    Optional<Day> last() {
        return trace.isEmpty() ? Optional.empty() : Optional.of(trace.getLast());
    }
}
