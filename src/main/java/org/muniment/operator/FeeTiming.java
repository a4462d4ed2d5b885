package org.muniment.operator;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.deadline.CityOffices;
import org.muniment.deadline.Clock;
import org.muniment.deadline.ClockEvent;
import org.muniment.deadline.Deadline;
import org.muniment.deadline.Office;
import org.muniment.fee.FeeCircumstances.Lateness;
import org.muniment.law.JurisdictionId;
import org.muniment.law.LawBook;
import picocli.CommandLine.Option;

/// Whether the answer was late: said, or by the clock.
final class FeeTiming {
    @Option(names = "--late", description = "The answer came after its day.")
    private boolean late;

    @Option(
            names = "--received",
            paramLabel = "TIME",
            description = "When the request was received; the rows of that day count. Default: today.")
    private @Nullable String received;

    @Option(
            names = "--responded",
            paramLabel = "DATE",
            description = "When it was answered: with --received, the clock says whether that was late.")
    private @Nullable String responded;

    @Option(names = "--office", paramLabel = "NAME", description = "For the clock: as with `due`.")
    private @Nullable String office;

    @Option(names = "--event", paramLabel = "KIND:DATE", split = ",", description = "For the clock: as with `due`.")
    private List<String> events = new ArrayList<>();

    /// @param onDay whose rows count
    /// @param dueOn by the clock, if it was asked
    record Judged(LocalDate onDay, Lateness lateness, Optional<LocalDate> dueOn) {}

    Judged judged(JurisdictionId whose, LocalDate today) {
        Lateness said = late ? Lateness.LATE : Lateness.IN_TIME;
        if (received == null) {
            if (responded != null || !events.isEmpty() || office != null)
                throw new InputIsUnusable("--responded, --event and --office need --received: the clock begins there.");
            return new Judged(today, said, Optional.empty());
        }
        LocalDateTime receivedAt = Given.moment("--received", received);
        if (responded == null) return new Judged(receivedAt.toLocalDate(), said, Optional.empty());
        List<ClockEvent> all = new ArrayList<>(events.stream().map(Given::event).toList());
        all.add(new ClockEvent.Answered(Given.day("--responded", responded)));
        Office where = Optional.ofNullable(office)
                .map(name -> CityOffices.shipped(LawBook.shipped(), whose, name))
                .orElse(Office.UNNAMED);
        Deadline deadline = Clock.of(LawBook.shipped(), whose, where).deadline(receivedAt, all);
        boolean judgedLate = deadline.lateness(today) == Deadline.Lateness.ANSWERED_LATE;
        return new Judged(receivedAt.toLocalDate(), judgedLate ? Lateness.LATE : said, deadline.dueOn());
    }
}
