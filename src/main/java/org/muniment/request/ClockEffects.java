package org.muniment.request;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.muniment.access.Actor;
import org.muniment.deadline.ClockEntry;
import org.muniment.deadline.ClockEvent;
import org.muniment.deadline.ClockStart;
import org.muniment.deadline.DeadlineDesk;
import org.muniment.deadline.EventIsRefused;
import org.springframework.stereotype.Component;

/// This is what a request's steps do to its clock: what the law knows, and nothing else. Where the law
/// knows nothing that stops it, the timeline says so, with the law's words, and the clock runs on.
@Component
final class ClockEffects {
    private static final Set<Determination> NO_ANSWER = EnumSet.of(Determination.WITHDRAWN, Determination.DUPLICATE);

    private final RequestClock clock;
    private final DeadlineDesk deadlines;
    private final Timeline timeline;
    private final InstantSource time;
    private final ZoneId zone;

    ClockEffects(RequestClock clock, DeadlineDesk deadlines, Timeline timeline, InstantSource time, ZoneId zone) {
        this.clock = clock;
        this.deadlines = deadlines;
        this.timeline = timeline;
        this.time = time;
        this.zone = zone;
    }

    /// Called with the request as it was, before it moves on.
    void follow(RecordsRequest before, RequestStatus to, Actor by) {
        ClockStart start = clock.start(before);
        if (deadlines.deadline(start).standsStill())
            happen(start, new ClockEvent.Resumed(today()), "The clock runs again.", by);
        switch (to) {
            case RequestStatus.Clarification _ ->
                happen(
                        start,
                        new ClockEvent.Tolled(today(), Optional.of("information")),
                        "The clock stands still until the requester answers.",
                        by);
            case RequestStatus.FeePending _ ->
                happen(
                        start,
                        new ClockEvent.Tolled(today(), Optional.of("fee")),
                        "The clock stands still until the fee is settled.",
                        by);
            case RequestStatus.Closed closed -> answer(start, closed, by);
            case RequestStatus.Received _,
                    RequestStatus.Searching _,
                    RequestStatus.InReview _,
                    RequestStatus.WithCounsel _,
                    RequestStatus.AwaitingApproval _,
                    RequestStatus.ReleasedInParts _,
                    RequestStatus.Reopened _,
                    RequestStatus.Appealed _,
                    RequestStatus.Misfiled _ -> {}
        }
    }

    private void answer(ClockStart start, RequestStatus.Closed closed, Actor by) {
        boolean isAnswered = deadlines.entries(start.request()).stream()
                .map(ClockEntry::event)
                .anyMatch(ClockEvent.Answered.class::isInstance);
        if (isAnswered || NO_ANSWER.contains(closed.determination())) return;
        happen(start, new ClockEvent.Answered(today()), "The city has answered.", by);
    }

    private void happen(ClockStart start, ClockEvent event, String told, Actor by) {
        RequestId request = new RequestId(start.request());
        try {
            deadlines.happened(start, event, "", by);
            timeline.add(request, by, "clock", told);
        } catch (EventIsRefused byLaw) {
            timeline.add(request, by, "clock", "The clock runs on. " + byLaw.getMessage());
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.instant(), zone);
    }
}
