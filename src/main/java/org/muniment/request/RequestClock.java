package org.muniment.request;

import java.time.LocalDateTime;
import java.time.ZoneId;
import org.muniment.access.Actor;
import org.muniment.access.Role;
import org.muniment.deadline.ClockStart;
import org.muniment.deadline.ClockedRequests;
import org.springframework.stereotype.Component;

/// This is how the clock and the fees know requests.
@Component
final class RequestClock implements ClockedRequests {
    private final RecordsRequests requests;
    private final Timeline timeline;
    private final ZoneId zone;

    RequestClock(RecordsRequests requests, Timeline timeline, ZoneId zone) {
        this.requests = requests;
        this.timeline = timeline;
        this.zone = zone;
    }

    @Override
    public ClockStart start(long request, Actor who) {
        return start(requests.require(id(request), who));
    }

    ClockStart start(RecordsRequest request) {
        return new ClockStart(
                request.id().number(),
                request.jurisdiction(),
                LocalDateTime.ofInstant(request.receivedAt(), zone),
                request.office(),
                request.appealOf().isPresent());
    }

    @Override
    public void requireAtWork(long request, Actor who) {
        requests.require(id(request), who);
        if (!who.is(Role.RECORDS_OFFICER) && !who.is(Role.COUNSEL)) throw new OfficersWork();
    }

    @Override
    public void tell(long request, Actor by, String kind, String sentence) {
        timeline.add(id(request), by, kind, sentence);
    }

    private static RequestId id(long request) {
        if (request < 1) throw new NoSuchRequest();
        return new RequestId(request);
    }
}
