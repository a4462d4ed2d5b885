package org.muniment.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.muniment.deadline.CalendarDay.Effect;
import org.muniment.deadline.HolidayRule.Shift;
import org.muniment.law.JurisdictionId;
import org.muniment.law.LawBook;
import org.muniment.law.LawRow;
import org.muniment.law.Provision;
import org.muniment.law.RowKind;

/// This says of each day whether it counts: by the jurisdiction's rows and by one office's week and
/// closures. What the rows leave open is said to be unsettled, never decided here.
final class BusinessCalendar {
    private final List<LawRow> rows;
    private final List<Holiday> holidays;
    private final Office office;

    /// What a row of the calendar is about.
    enum Part {
        WEEKEND,
        SATURDAY_HOLIDAY,
        SUNDAY_HOLIDAY,
        PLANNED_CLOSURE,
        UNEXPECTED_CLOSURE,
        HOLIDAY,
        OFFICE
    }

    private BusinessCalendar(List<LawRow> rows, Office office) {
        this.rows = rows;
        this.holidays = holidays(rows);
        this.office = office;
    }

    static BusinessCalendar of(LawBook law, JurisdictionId jurisdiction, Office office) {
        return new BusinessCalendar(law.all(jurisdiction, RowKind.CALENDAR), office);
    }

    static List<Holiday> holidays(LawBook law, JurisdictionId jurisdiction) {
        return holidays(law.all(jurisdiction, RowKind.CALENDAR));
    }

    private static List<Holiday> holidays(List<LawRow> rows) {
        return rows.stream()
                .filter(row -> part(row) == Part.HOLIDAY)
                .map(Holiday::of)
                .toList();
    }

    static Part part(LawRow row) {
        return row.findChoice("part", Part.class).orElseThrow();
    }

    BusinessCalendar closedAlso(Office.Closure closure) {
        return new BusinessCalendar(rows, office.closedAlso(closure));
    }

    Office office() {
        return office;
    }

    CalendarDay day(LocalDate date) {
        return weekend(date).or(() -> holiday(date)).orElseGet(() -> officeDay(date));
    }

    /// What closes it most firmly is what it is: a second reason never opens a day again.
    private CalendarDay officeDay(LocalDate date) {
        return Stream.of(closures(date), dayOff(date).stream(), unsettledFriday(date).stream())
                .flatMap(reasons -> reasons)
                .max(Comparator.comparing(CalendarDay::effect))
                .orElseGet(() -> new CalendarDay(date, Effect.COUNTS, "", Optional.empty()));
    }

    private Optional<CalendarDay> weekend(LocalDate date) {
        return rule(Part.WEEKEND, date)
                .filter(row -> days(row).contains(date.getDayOfWeek()))
                .map(row -> closed(date, Words.weekday(date), row.provision()));
    }

    private static Set<DayOfWeek> days(LawRow row) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        row.texts("days").forEach(word -> days.add(Holiday.weekday(word)));
        return days;
    }

    private Optional<CalendarDay> holiday(LocalDate date) {
        for (Holiday holiday : holidays) {
            if (!holiday.isKeptBy(office)) continue;
            for (int year = date.getYear() - 1; year <= date.getYear() + 1; year++)
                for (LocalDate actual : holiday.rule().in(year)) {
                    if (!holiday.provision().isInForceOn(actual)) continue;
                    if (actual.equals(date)) return Optional.of(closed(date, holiday.name(), holiday.provision()));
                    if (shifted(holiday, actual).filter(date::equals).isPresent())
                        return Optional.of(closed(date, moved(holiday, actual), holiday.provision()));
                }
        }
        return Optional.empty();
    }

    private static String moved(Holiday holiday, LocalDate actual) {
        return "%s, kept on this day because %s is a %s"
                .formatted(holiday.name(), Words.day(actual), Words.weekday(actual));
    }

    private Optional<LocalDate> shifted(Holiday holiday, LocalDate actual) {
        return switch (actual.getDayOfWeek()) {
            case SATURDAY ->
                holiday.saturday()
                        .or(() -> shift(Part.SATURDAY_HOLIDAY, actual))
                        .flatMap(shift -> HolidayRule.moved(actual, shift));
            case SUNDAY ->
                holiday.sunday()
                        .or(() -> shift(Part.SUNDAY_HOLIDAY, actual))
                        .flatMap(shift -> HolidayRule.moved(actual, shift));
            default -> Optional.empty();
        };
    }

    private Optional<Shift> shift(Part part, LocalDate on) {
        return rule(part, on).flatMap(row -> row.findChoice("keptOn", Shift.class));
    }

    /// No row about Saturday holidays means that the rule is not known, not that there is none.
    private Optional<CalendarDay> unsettledFriday(LocalDate date) {
        LocalDate saturday = date.plusDays(1);
        if (saturday.getDayOfWeek() != DayOfWeek.SATURDAY
                || rule(Part.SATURDAY_HOLIDAY, saturday).isPresent()) return Optional.empty();
        return holidays.stream()
                .filter(holiday ->
                        holiday.isKeptBy(office) && holiday.saturday().isEmpty())
                .filter(holiday -> holiday.provision().isInForceOn(saturday))
                .filter(holiday -> holiday.rule().in(saturday.getYear()).contains(saturday))
                .findFirst()
                .map(holiday -> new CalendarDay(
                        date,
                        Effect.UNSETTLED,
                        "%s falls on the Saturday after; whether this Friday is then free is not settled"
                                .formatted(holiday.name()),
                        Optional.empty()));
    }

    private Stream<CalendarDay> closures(LocalDate date) {
        return office.closures().stream()
                .filter(closure -> closure.on().equals(date))
                .map(closure -> switch (closure.cause()) {
                    case PLANNED ->
                        byRow(
                                date,
                                Part.PLANNED_CLOSURE,
                                Effect.OFFICE_RESTS,
                                "The office is closed: " + closure.reason());
                    case UNEXPECTED ->
                        byRow(
                                date,
                                Part.UNEXPECTED_CLOSURE,
                                Effect.UNSETTLED,
                                "The office was closed unexpectedly: " + closure.reason());
                });
    }

    private Optional<CalendarDay> dayOff(LocalDate date) {
        return office.week()
                .filter(week -> !week.days().contains(date.getDayOfWeek()))
                .map(_ -> byRow(
                        date,
                        Part.PLANNED_CLOSURE,
                        Effect.OFFICE_RESTS,
                        "%s does not work on %ss".formatted(office.name(), Words.weekday(date))));
    }

    private CalendarDay byRow(LocalDate date, Part part, Effect ifSilent, String why) {
        return rule(part, date)
                .map(row -> new CalendarDay(
                        date,
                        row.findChoice("effect", Effect.class).orElseThrow(),
                        why,
                        Optional.of(row.provision().citation())))
                .orElseGet(() -> new CalendarDay(
                        date, ifSilent, why + "; whether such a day counts is not settled", Optional.empty()));
    }

    private Optional<LawRow> rule(Part part, LocalDate onDay) {
        return rows.stream()
                .filter(row -> part(row) == part)
                .filter(row -> row.provision().isInForceOn(onDay))
                .findFirst();
    }

    private static CalendarDay closed(LocalDate date, String why, Provision by) {
        return new CalendarDay(date, Effect.DOES_NOT_COUNT, why, Optional.of(by.citation()));
    }
}
