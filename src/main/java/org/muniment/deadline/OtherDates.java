package org.muniment.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.muniment.deadline.ClockRules.Counting;
import org.muniment.deadline.ClockRules.OtherRule;
import org.muniment.deadline.Count.Reading;
import org.muniment.deadline.Deadline.Other;

/// The dates that run beside the one the request is due by.
record OtherDates(Course course, Optional<LocalDate> dueOn) {
    List<Other> of(List<OtherRule> rules) {
        return rules.stream().map(this::of).toList();
    }

    private Other of(OtherRule rule) {
        Optional<LocalDate> from = from(rule);
        Optional<LocalDate> on = from.flatMap(start -> rule.days().map(days -> counted(rule, start, days)));
        String why = on.isPresent()
                ? why(rule, from.orElseThrow())
                : rule.provision().plain();
        return new Other(rule.name(), rule.kind(), on, rule.provision(), why);
    }

    private Optional<LocalDate> from(OtherRule rule) {
        return switch (rule.from()) {
            case RECEIPT -> Optional.of(course.start());
            case DUE -> course.dueOnWithoutExtension();
            case ANSWER -> course.answeredOn();
            case DENIAL -> course.answeredOn().or(() -> silence());
            case PETITION -> course.petitionedOn().map(_ -> course.start());
        };
    }

    private Optional<LocalDate> silence() {
        return course.rule().kind() == DeadlineKind.DEEMED_DENIED ? dueOn : Optional.empty();
    }

    private LocalDate counted(OtherRule rule, LocalDate start, int days) {
        if (rule.counting() == Counting.CALENDAR) return start.plusDays(days);
        return Count.of(course.calendar(), Count.Task.plain(start, days, "day"), Reading.DUE)
                .dueOn()
                .orElse(start);
    }

    private static String why(OtherRule rule, LocalDate from) {
        int days = rule.days().orElse(0);
        if (days == 0) return rule.provision().plain();
        String unit = rule.counting() == Counting.CALENDAR ? "calendar days" : "days that count";
        return "%d %s after %s. %s"
                .formatted(days, unit, Words.day(from), rule.provision().plain());
    }
}
