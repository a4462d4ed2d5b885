package org.muniment.request;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.Role;
import org.muniment.deadline.Deadline;
import org.muniment.deadline.DeadlineDesk;
import org.muniment.law.LawBook;
import org.springframework.stereotype.Component;

/// This puts together what a request's page shows.
@Component
final class RequestViews {
    private final RecordsRequests requests;
    private final RequestClock clock;
    private final DeadlineDesk deadlines;
    private final Assignments assignments;
    private final Approvals approvals;
    private final LawBook law;
    private final InstantSource time;
    private final ZoneId zone;

    RequestViews(
            RecordsRequests requests,
            RequestClock clock,
            DeadlineDesk deadlines,
            Assignments assignments,
            Approvals approvals,
            LawBook law,
            InstantSource time,
            ZoneId zone) {
        this.requests = requests;
        this.clock = clock;
        this.deadlines = deadlines;
        this.assignments = assignments;
        this.approvals = approvals;
        this.law = law;
        this.time = time;
        this.zone = zone;
    }

    RequestView of(RecordsRequest request, Actor actor) {
        Deadline deadline = deadlines.deadline(clock.start(request));
        var due = new RequestView.RequestDue(
                deadline.dueOn(),
                deadline.kind(),
                deadline.sentence(),
                deadline.rule().citation(),
                deadline.lateness(LocalDate.ofInstant(time.instant(), zone)),
                deadline.standsStill());
        boolean runsIt = actor.is(Role.RECORDS_OFFICER) || actor.is(Role.COUNSEL);
        return new RequestView(
                request.id().number(),
                request.label(),
                request.jurisdiction().value(),
                law.jurisdiction(request.jurisdiction()).name(),
                request.office(),
                request.receivedAt(),
                request.lawOn(),
                request.receivedBy(),
                request.enteredAt(),
                request.words(),
                request.subject(),
                request.requester(),
                RequestView.StatusView.of(request.status()),
                request.releases(),
                request.officer().map(RequestView.RequestPerson::of),
                request.reviewers().stream().map(RequestView.RequestPerson::of).toList(),
                assignments.contacts(request.id(), actor),
                request.appealOf().map(this::linked),
                request.status() instanceof RequestStatus.Appealed appealed
                        ? Optional.of(linked(appealed.appeal()))
                        : Optional.empty(),
                due,
                runsIt ? List.copyOf(Moves.from(request)) : List.of(),
                runsIt,
                approval(request.id()));
    }

    private RequestView.LinkedRequest linked(RequestId id) {
        return new RequestView.LinkedRequest(id.number(), requests.known(id).label());
    }

    private RequestView.ApprovalState approval(RequestId request) {
        return switch (approvals.standing(request)) {
            case ApprovalStanding.NotAsked _ -> RequestView.ApprovalState.NOT_ASKED;
            case ApprovalStanding.Waiting _ -> RequestView.ApprovalState.WAITING;
            case ApprovalStanding.Given _ -> RequestView.ApprovalState.GIVEN;
            case ApprovalStanding.Refused _ -> RequestView.ApprovalState.REFUSED;
            case ApprovalStanding.Outdated _ -> RequestView.ApprovalState.OUTDATED;
        };
    }
}
