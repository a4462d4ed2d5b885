package org.muniment.deadline;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.muniment.law.Mark;
import org.muniment.law.Provision;

/// This is a deadline as it is told: by the operator's tool and to the page, with the row of the law
/// behind each date.
///
/// @param dueOn absent where the law sets no day, or while the clock stands still; the sentence says
/// which
/// @param kind such as `respond-by`
/// @param rule the id of the row
/// @param mark how the row is known: `read` in the source, or `general` knowledge
/// @param verified whether somebody of the city compared the row with the law
public record DeadlineStatement(
        Optional<LocalDate> dueOn,
        String kind,
        String rule,
        String citation,
        boolean verified,
        String mark,
        String source,
        String sentence,
        List<Deadline.Day> trace,
        List<Deadline.Segment> segments,
        Optional<Deadline.OtherReading> otherReading,
        List<OtherStatement> others) {

    /// Something else that is due.
    public record OtherStatement(
            String name,
            String kind,
            Optional<LocalDate> dueOn,
            String rule,
            String citation,
            boolean verified,
            String mark,
            String why) {}

    public static DeadlineStatement of(Deadline deadline, Predicate<Provision> isVerified) {
        Provision rule = deadline.rule();
        return new DeadlineStatement(
                deadline.dueOn(),
                deadline.kind().word(),
                rule.id().value(),
                rule.citation(),
                isVerified.test(rule),
                word(rule.mark()),
                rule.source().title(),
                deadline.sentence(),
                deadline.trace(),
                deadline.segments(),
                deadline.otherReading(),
                deadline.others().stream().map(other -> of(other, isVerified)).toList());
    }

    private static OtherStatement of(Deadline.Other other, Predicate<Provision> isVerified) {
        Provision rule = other.rule();
        return new OtherStatement(
                other.name(),
                other.kind().word(),
                other.dueOn(),
                rule.id().value(),
                rule.citation(),
                isVerified.test(rule),
                word(rule.mark()),
                other.why());
    }

    private static String word(Mark mark) {
        return mark.name().toLowerCase(Locale.ROOT);
    }
}
