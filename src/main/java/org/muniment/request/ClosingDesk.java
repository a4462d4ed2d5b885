package org.muniment.request;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.muniment.access.Actor;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// This is where a request ends with a determination, unless something stands in the way; and where
/// an appeal against it begins, as a request of its own that the first one names.
@Component
public final class ClosingDesk {
    private static final int WORDS_LENGTH_MAX = 2_000;

    private final RecordsRequests requests;
    private final RequestTable work;
    private final RequestDesk desk;
    private final IntakeDesk intake;
    private final Chronicle chronicle;
    private final Supplier<Stream<ClosingObstacle>> obstacles;
    private final InstantSource clock;

    @Autowired
    ClosingDesk(
            WorkflowDatabase database,
            RecordsRequests requests,
            RequestDesk desk,
            IntakeDesk intake,
            Chronicle chronicle,
            ObjectProvider<ClosingObstacle> obstacles,
            InstantSource clock) {
        this(database, requests, desk, intake, chronicle, obstacles::orderedStream, clock);
    }

    ClosingDesk(
            WorkflowDatabase database,
            RecordsRequests requests,
            RequestDesk desk,
            IntakeDesk intake,
            Chronicle chronicle,
            Supplier<Stream<ClosingObstacle>> obstacles,
            InstantSource clock) {
        this.requests = requests;
        this.work = RequestTable.in(database);
        this.desk = desk;
        this.intake = intake;
        this.chronicle = chronicle;
        this.obstacles = obstacles;
        this.clock = clock;
    }

    /// One thing that has to be done before closing, and the tab where.
    record InTheWay(String sentence, String tab, boolean isAboutRecords) {}

    /// Everything that stands in the way now.
    List<InTheWay> inTheWay(RequestId request) {
        return obstacles
                .get()
                .flatMap(obstacle -> obstacle.standingInTheWay(request).stream()
                        .map(sentence -> new InTheWay(sentence, obstacle.tab(), obstacle.isAboutRecords())))
                .toList();
    }

    /// Closes it. Throws [ClosingIsBlocked] with all that stands in the way of this determination.
    public RecordsRequest close(RequestId id, Determination determination, String explanation, Actor by) {
        String kept = Written.text("the explanation", explanation, WORDS_LENGTH_MAX);
        if (determination == Determination.OTHER && kept.isEmpty())
            throw new IntakeIsIncomplete("Write how it ended: “other” alone says nothing.");
        return work.done(() -> {
            RecordsRequest request = requests.require(id, by);
            Moves.check(request, RequestStatus.Kind.CLOSED);
            List<String> standing = inTheWay(id).stream()
                    .filter(one -> !(determination.leavesRecordsUndecided() && one.isAboutRecords()))
                    .map(InTheWay::sentence)
                    .toList();
            if (!standing.isEmpty()) throw new ClosingIsBlocked(standing);
            var closed = new RequestStatus.Closed(clock.instant(), determination, kept);
            return desk.step(request, closed, "Closed: " + determination.words() + ". " + kept, by);
        });
    }

    /// Enters the appeal against a closed request's answer: a new request about the same, which
    /// preserves the same. Both name each other.
    public RecordsRequest appeal(RequestId id, Intake appeal, Actor by) {
        return work.done(() -> {
            RecordsRequest first = requests.require(id, by);
            Moves.check(first, RequestStatus.Kind.APPEALED);
            RecordsRequest entered = intake.enter(appeal.against(first), by);
            Determination determination = determinationOf(first)
                    .orElseThrow(() -> new IllegalStateException("closed without a determination: " + first.label()));
            desk.step(
                    first,
                    new RequestStatus.Appealed(clock.instant(), determination, entered.id()),
                    "Appealed: the appeal is " + entered.label() + ".",
                    by);
            chronicle.log(entered, "request-appeal-entered", Map.of("against", first.label()), by);
            chronicle.tell(
                    entered,
                    by,
                    "status",
                    "This is the appeal against " + first.label() + ".",
                    "an appeal was entered");
            return entered;
        });
    }

    private static Optional<Determination> determinationOf(RecordsRequest request) {
        return request.status() instanceof RequestStatus.Closed closed
                ? Optional.of(closed.determination())
                : Optional.empty();
    }
}
