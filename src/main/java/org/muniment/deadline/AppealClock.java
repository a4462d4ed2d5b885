package org.muniment.deadline;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.muniment.law.Appeal;
import org.muniment.law.LawBook;
import org.muniment.law.Provision;

/// The time for requests does not run for an appeal: another body reviews the answer, in its own time. What
/// the law's row says of it is told instead of a day.
final class AppealClock {
    private AppealClock() {}

    static Deadline of(LawBook law, ClockStart start) {
        var receivedOn = start.receivedAt().toLocalDate();
        Optional<Appeal> first =
                law.appeals(start.jurisdiction(), receivedOn).stream().min(Comparator.comparingInt(Appeal::stage));
        Provision rule = first.map(Appeal::provision)
                .orElseGet(() -> ClockRules.of(law, start.jurisdiction(), receivedOn)
                        .deadline()
                        .provision());
        return new Deadline(
                Optional.empty(),
                DeadlineKind.ON_APPEAL,
                rule,
                "This is an appeal: the time for requests does not run."
                        + first.map(AppealClock::told).orElse(""),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    static EventIsRefused noEvents() {
        return new EventIsRefused("The time for requests does not run for an appeal: nothing moves it. Write down what"
                + " happened as a note.");
    }

    private static String told(Appeal appeal) {
        return " It goes to the %s. %s"
                .formatted(appeal.body(), appeal.provision().plain());
    }
}
