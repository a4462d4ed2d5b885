package org.muniment.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// This is how a holiday's day is found in a year, before anything moves it.
sealed interface HolidayRule {
    /// Returns its days in that year; mostly one.
    List<LocalDate> in(int year);

    /// The same day every year; the 29th of February in leap years only.
    record Fixed(MonthDay day) implements HolidayRule {
        @Override
        public List<LocalDate> in(int year) {
            return day.isValidYear(year) ? List.of(day.atYear(year)) : List.of();
        }
    }

    /// Such as the third Monday of January, or the day after it.
    record NthWeekday(Month month, int nth, DayOfWeek weekday, int plusDays) implements HolidayRule {
        @Override
        public List<LocalDate> in(int year) {
            LocalDate first = LocalDate.of(year, month, 1);
            LocalDate day = first.with(TemporalAdjusters.dayOfWeekInMonth(nth, weekday));
            return List.of(day.plusDays(plusDays));
        }
    }

    record LastWeekday(Month month, DayOfWeek weekday) implements HolidayRule {
        @Override
        public List<LocalDate> in(int year) {
            return List.of(LocalDate.of(year, month, 1).with(TemporalAdjusters.lastInMonth(weekday)));
        }
    }

    /// So many days after Easter Sunday; Good Friday is two before.
    record FromEaster(int days) implements HolidayRule {
        @Override
        public List<LocalDate> in(int year) {
            return List.of(easter(year).plusDays(days));
        }
    }

    /// Days that somebody proclaimed, one by one.
    record Proclaimed(Set<LocalDate> days) implements HolidayRule {
        @Override
        public List<LocalDate> in(int year) {
            return days.stream().filter(day -> day.getYear() == year).sorted().toList();
        }
    }

    /// Another rule, but only every few years: inaugurations, elections.
    record EveryYears(int years, int since, HolidayRule rule) implements HolidayRule {
        @Override
        public List<LocalDate> in(int year) {
            return Math.floorMod(year - since, years) == 0 ? rule.in(year) : List.of();
        }
    }

    /// Returns the day it is kept on where a weekend moves it: to the Friday before, to the Monday
    /// after.
    static Optional<LocalDate> moved(LocalDate day, Shift shift) {
        return switch (shift) {
            case FRIDAY -> Optional.of(day.with(TemporalAdjusters.previous(DayOfWeek.FRIDAY)));
            case MONDAY -> Optional.of(day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)));
            case STAYS -> Optional.empty();
        };
    }

    /// What the law does with a holiday on a weekend.
    enum Shift {
        FRIDAY,
        MONDAY,
        STAYS
    }

    /// Easter Sunday of the Gregorian calendar (Butcher's rule, as in Meeus, Astronomical Algorithms,
    /// chapter 8).
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int moonShift = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - moonShift + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int count = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, count / 31, count % 31 + 1);
    }
}
