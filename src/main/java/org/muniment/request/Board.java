package org.muniment.request;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.muniment.access.Actor;
import org.muniment.deadline.Deadline;
import org.muniment.deadline.DeadlineDesk;
import org.springframework.stereotype.Component;

/// This puts together the board: the requests a person may see, what is due first on top, with their dates
/// counted now.
@Component
final class Board {
    private final RecordsRequests requests;
    private final RequestClock clock;
    private final DeadlineDesk deadlines;
    private final Assignments assignments;
    private final Approvals approvals;
    private final InstantSource time;
    private final ZoneId zone;

    Board(
            RecordsRequests requests,
            RequestClock clock,
            DeadlineDesk deadlines,
            Assignments assignments,
            Approvals approvals,
            InstantSource time,
            ZoneId zone) {
        this.requests = requests;
        this.clock = clock;
        this.deadlines = deadlines;
        this.assignments = assignments;
        this.approvals = approvals;
        this.time = time;
        this.zone = zone;
    }

    List<BoardLine> lines(Actor actor) {
        List<RecordsRequest> seen = requests.seenBy(actor);
        Map<Long, Deadline> dates =
                deadlines.deadlines(seen.stream().map(clock::start).toList());
        Map<RequestId, List<String>> departments = departments();
        Set<RequestId> waiting = approvals.waitingFor(actor).stream()
                .map(ApprovalTable.Approval::request)
                .collect(Collectors.toSet());
        return seen.stream()
                .map(request -> BoardLine.of(
                        request,
                        actor,
                        Objects.requireNonNull(dates.get(request.id().number())),
                        today(),
                        departments.getOrDefault(request.id(), List.of()),
                        waiting.contains(request.id()),
                        isApproved(request)))
                .sorted(Comparator.comparing((BoardLine line) -> line.dueOn().orElse(LocalDate.MAX))
                        .thenComparing(BoardLine::receivedAt))
                .toList();
    }

    private boolean isApproved(RecordsRequest request) {
        return request.status() instanceof RequestStatus.AwaitingApproval
                && approvals.standing(request.id()) instanceof ApprovalStanding.Given;
    }

    LocalDate today() {
        return LocalDate.ofInstant(time.instant(), zone);
    }

    private Map<RequestId, List<String>> departments() {
        return assignments.allContacts().stream()
                .collect(Collectors.groupingBy(
                        ContactTable.Row::request,
                        Collectors.mapping(
                                row -> row.contact().department(),
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        names -> names.stream().distinct().toList()))));
    }
}
