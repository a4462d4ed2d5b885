package org.muniment.operator;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.muniment.deadline.CityOffices;
import org.muniment.deadline.Clock;
import org.muniment.deadline.ClockEvent;
import org.muniment.deadline.Deadline;
import org.muniment.deadline.DeadlineStatement;
import org.muniment.deadline.Office;
import org.muniment.law.JurisdictionId;
import org.muniment.law.LawBook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `due`: when a request is due, and how that was counted.
@Command(
        name = "due",
        description = "Say when a records request is due, by which law, and how every day was counted.",
        mixinStandardHelpOptions = true)
final class DueCommand extends PlainCommand {
    @Option(
            names = "--jurisdiction",
            paramLabel = "ID",
            required = true,
            description = "Whose law: us, us-ct, us-ma, us-wi or us-co.")
    private String jurisdiction = "";

    @Option(
            names = "--received",
            paramLabel = "TIME",
            required = true,
            description = "When the request was received, such as 2026-07-02T16:30.")
    private String received = "";

    @Option(
            names = "--office",
            paramLabel = "NAME",
            description = "Where: an office with days of its own, such as Westminster in us-co.")
    private @Nullable String office;

    @Option(
            names = "--event",
            paramLabel = "KIND:DATE",
            split = ",",
            description = "What happened, once for each: extend:DATE[:DAYS], toll:DATE[:REASON], resume:DATE,"
                    + " close:DATE (the office was closed), notice:DATE (to those whom the records are about),"
                    + " answer:DATE.")
    private List<String> events = new ArrayList<>();

    DueCommand(Desk desk) {
        super(desk);
    }

    @Override
    Answer answer() {
        JurisdictionId whose = Given.jurisdiction(jurisdiction);
        LocalDateTime receivedAt = Given.moment("--received", received);
        List<ClockEvent> happened = events.stream().map(Given::event).toList();
        Office where = Optional.ofNullable(office)
                .map(name -> CityOffices.shipped(LawBook.shipped(), whose, name))
                .orElse(Office.UNNAMED);
        Deadline deadline = Clock.of(LawBook.shipped(), whose, where).deadline(receivedAt, happened);
        // Without a data folder nobody of a city can have verified a row.
        DeadlineStatement statement = DeadlineStatement.of(deadline, _ -> false);
        return Answer.done(
                statement,
                DueText.of(statement, LawBook.shipped().jurisdiction(whose).name(), receivedAt));
    }
}
