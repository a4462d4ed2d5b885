package org.muniment.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muniment.law.ProvisionId;

/// This is where requests arrive, with its days: an office of the city, or one that the law's rows
/// name.
///
/// @param week the days and hours it works; absent: it is not said, and the statute's own days hold
/// @param cutOff what arrives later counts as received on its next day: the city's own rule; absent:
/// none
/// @param area such as `Suffolk`: days that are holidays only there count for it
/// @param keeps the holidays by choice that it keeps
/// @param closures days on which it was closed, or will be
public record Office(
        String name,
        Optional<Week> week,
        Optional<LocalTime> cutOff,
        Optional<String> area,
        Set<ProvisionId> keeps,
        List<Closure> closures) {

    static final int NAME_LENGTH_MAX = 80;

    /// An office of which nothing is said: only the statute counts.
    public static final Office UNNAMED =
            new Office("", Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), List.of());

    public Office {
        name = name.strip();
        if (name.length() > NAME_LENGTH_MAX || name.chars().anyMatch(Character::isISOControl))
            throw new OfficeIsUnusable("An office's name is at most 80 characters on one line. Shorten it.");
        keeps = Set.copyOf(keeps);
        closures = List.copyOf(closures);
    }

    /// The days of the week it works, and from when to when.
    public record Week(Set<DayOfWeek> days, LocalTime opens, LocalTime closes) {
        public Week {
            days = Set.copyOf(days);
            if (days.isEmpty()) throw new OfficeIsUnusable("The office works on no day of the week. Choose some.");
            if (!opens.isBefore(closes))
                throw new OfficeIsUnusable("The office closes before it opens. Set its hours again.");
        }
    }

    /// A day on which the office was closed although its week and the holidays say otherwise.
    public record Closure(LocalDate on, Cause cause, String reason) {
        static final int REASON_LENGTH_MAX = 120;

        public Closure {
            reason = reason.strip();
            if (reason.isEmpty() || reason.length() > REASON_LENGTH_MAX)
                throw new OfficeIsUnusable("A closed day has a reason of at most 120 characters. Write it.");
        }
    }

    /// The law may treat a storm otherwise than a day the city gave its people.
    public enum Cause {
        PLANNED,
        UNEXPECTED
    }

    /// Returns the same office with one more closed day.
    Office closedAlso(Closure closure) {
        var more = new java.util.ArrayList<>(closures);
        more.add(closure);
        return new Office(name, week, cutOff, area, keeps, more);
    }
}
