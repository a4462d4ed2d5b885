package org.muniment.deadline;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.muniment.deadline.CalendarDay.Effect;
import org.muniment.deadline.ClockRules.Extension;
import org.muniment.deadline.Count.Reading;
import org.muniment.deadline.Count.Standstill;
import org.muniment.deadline.Deadline.Day;
import org.muniment.deadline.Deadline.Segment;
import org.muniment.deadline.Deadline.State;
import org.muniment.law.JurisdictionId;
import org.muniment.law.LawBook;

/// This is the clock of one jurisdiction in one office: from receipt and events to the date, with
/// every day accounted for. It reads no time of its own.
public final class Clock {
    private static final int YEAR_MIN = 2000;
    private static final int YEAR_MAX = 2100;
    private static final int EVENTS_MAX = 500;

    private final LawBook law;
    private final JurisdictionId jurisdiction;
    private final BusinessCalendar calendar;

    private Clock(LawBook law, JurisdictionId jurisdiction, Office office) {
        this.law = law;
        this.jurisdiction = jurisdiction;
        this.calendar = BusinessCalendar.of(law, jurisdiction, office);
    }

    public static Clock of(LawBook law, JurisdictionId jurisdiction, Office office) {
        return new Clock(law, jurisdiction, office);
    }

    /// Returns when a request is due, by the rows in force on the day it was received.
    /// Throws [EventIsRefused] for what the law does not know.
    public Deadline deadline(LocalDateTime receivedAt, List<ClockEvent> events) {
        if (events.size() > EVENTS_MAX) throw new EventIsRefused("At most 500 events are counted. Leave some out.");
        refuseStrangeYear(receivedAt.toLocalDate());
        events.forEach(event -> refuseStrangeYear(event.on()));
        LocalDate receivedOn = receivedAt.toLocalDate();
        ClockRules rules = ClockRules.of(law, jurisdiction, receivedOn);
        Day receipt = receipt(receivedAt);
        var course = new Course(rules, calendar, receivedOn, start(receivedAt));
        events.stream().sorted(Comparator.comparing(ClockEvent::on)).forEach(course::apply);
        return deadline(course, rules, receipt);
    }

    LocalDate businessDaysAfter(LocalDate day, int days) {
        refuseStrangeYear(day);
        return Count.of(calendar, Count.Task.plain(day, days, "business day"), Reading.LOOSEST)
                .dueOn()
                .orElseThrow();
    }

    private static void refuseStrangeYear(LocalDate day) {
        if (day.getYear() < YEAR_MIN || day.getYear() > YEAR_MAX)
            throw new EventIsRefused(
                    "The year %d is not counted here, only 2000 to 2100. Correct the date.".formatted(day.getYear()));
    }

    private LocalDate start(LocalDateTime receivedAt) {
        LocalDate day = receivedAt.toLocalDate();
        if (!isAfterCutOff(receivedAt)) return day;
        do day = day.plusDays(1);
        while (calendar.day(day).effect().compareTo(Effect.OFFICE_RESTS) >= 0);
        return day;
    }

    private boolean isAfterCutOff(LocalDateTime receivedAt) {
        return calendar.office()
                .cutOff()
                .filter(receivedAt.toLocalTime()::isAfter)
                .isPresent();
    }

    private Day receipt(LocalDateTime receivedAt) {
        LocalDate day = receivedAt.toLocalDate();
        String why = isAfterCutOff(receivedAt)
                ? "Received at %s, after the office's own cut-off at %s: it counts as received on %s"
                        .formatted(
                                receivedAt.toLocalTime(),
                                calendar.office().cutOff().orElseThrow(),
                                Words.day(start(receivedAt)))
                : "The day of receipt is not counted";
        return new Day(day, false, why, Optional.empty());
    }

    private Deadline deadline(Course course, ClockRules rules, Day receipt) {
        Optional<Count> count = course.count(Reading.DUE);
        Optional<LocalDate> dueOn = count.flatMap(Count::dueOn);
        List<Day> trace = new ArrayList<>();
        trace.add(receipt);
        trace(course, receipt, count).forEach(trace::add);
        return new Deadline(
                dueOn,
                course.rule().kind(),
                course.rule().provision(),
                sentence(course, dueOn, count),
                List.copyOf(trace),
                segments(course, receipt.date(), dueOn),
                otherReading(course, dueOn),
                new OtherDates(course, dueOn).of(rules.others()),
                course.answeredOn());
    }

    private static List<Day> trace(Course course, Day receipt, Optional<Count> count) {
        List<Day> days = new ArrayList<>();
        for (LocalDate day = receipt.date().plusDays(1); !day.isAfter(course.start()); day = day.plusDays(1))
            days.add(new Day(day, false, "Before the day it counts as received on, or that day", Optional.empty()));
        count.ifPresent(walked -> days.addAll(walked.trace()));
        return days;
    }

    private static String sentence(Course course, Optional<LocalDate> dueOn, Optional<Count> count) {
        String plain = course.rule().provision().plain();
        if (course.standsStill()) {
            long counted = count.stream()
                    .flatMap(walked -> walked.trace().stream())
                    .filter(Day::counted)
                    .count();
            Standstill open = course.standstills().getLast();
            return "The clock stands still since %s: %s. %d of %d days are left."
                    .formatted(
                            Words.day(open.from()),
                            open.toll().words(),
                            course.required() - counted,
                            course.required());
        }
        if (dueOn.isEmpty()) return plain;
        String closed = course.calendar().day(dueOn.get()).effect() == Effect.COUNTS
                ? ""
                : " The office may be closed on that day: answer before it.";
        return "%s, %s is the %s %s after %s.%s %s"
                .formatted(
                        Words.weekday(dueOn.get()),
                        Words.day(dueOn.get()),
                        Words.ordinal(course.required()),
                        course.rule().dayName(),
                        Words.day(course.start()),
                        closed,
                        plain);
    }

    private static List<Segment> segments(Course course, LocalDate receivedOn, Optional<LocalDate> dueOn) {
        List<Segment> segments = new ArrayList<>();
        String citation = course.rule().provision().citation();
        LocalDate from = receivedOn;
        for (Standstill still : course.standstills()) {
            segments.add(new Segment(from, Optional.of(still.from()), State.RUNNING, "The clock runs", citation));
            segments.add(new Segment(
                    still.from().plusDays(1),
                    still.to(),
                    State.STANDING_STILL,
                    Words.begun(still.toll().words()),
                    still.toll().provision().citation()));
            if (still.to().isEmpty()) return segments;
            from = still.to().get().plusDays(1);
        }
        Optional<LocalDate> base = course.dueOnWithoutExtension();
        segments.add(new Segment(from, base, State.RUNNING, "The clock runs", citation));
        for (Extension extension : course.extension().stream().toList())
            segments.add(new Segment(
                    base.orElseThrow().plusDays(1),
                    dueOn,
                    State.EXTENDED,
                    "Extended by written notice",
                    extension.provision().citation()));
        return List.copyOf(segments);
    }

    private static Optional<Deadline.OtherReading> otherReading(Course course, Optional<LocalDate> dueOn) {
        return dueOn.flatMap(due -> read(course, Reading.STRICTEST)
                .filter(due::isAfter)
                .map(sooner -> new Deadline.OtherReading(
                        sooner,
                        "If by law the days on which the office does not work count too, the date is %s, %s. An answer"
                                        .formatted(Words.weekday(sooner), Words.day(sooner))
                                + " by then is in time either way."))
                .or(() -> read(course, Reading.LOOSEST)
                        .filter(due::isBefore)
                        .map(later -> new Deadline.OtherReading(
                                later,
                                "If the days that are not settled do not count, the date is %s, %s. Until that is"
                                                .formatted(Words.weekday(later), Words.day(later))
                                        + " settled the earlier date is the one to keep."))));
    }

    private static Optional<LocalDate> read(Course course, Reading reading) {
        return course.count(reading).flatMap(Count::dueOn);
    }
}
