package org.muniment.request;

import java.util.Optional;
import org.muniment.access.Actor;

/// Steps of a request, for the tests of packages above.
public final class RequestMoves {
    private RequestMoves() {}

    public static void toReview(RequestRoom room, RequestId request) {
        room.desk.move(request, RequestStatus.Kind.SEARCHING, "", RequestRoom.OFFICER);
        room.desk.move(request, RequestStatus.Kind.REVIEW, "", RequestRoom.OFFICER);
    }

    public static void askApproval(RequestRoom room, RequestId request) {
        askApproval(room, request, RequestRoom.OFFICER);
    }

    public static void askApproval(RequestRoom room, RequestId request, Actor by) {
        room.approvals.ask(request, Optional.empty(), "May this leave?", by);
    }

    /// What was last asked for is given.
    public static void approve(RequestRoom room, RequestId request) {
        approve(room, request, RequestRoom.APPROVER);
    }

    public static void approve(RequestRoom room, RequestId request, Actor by) {
        long asked = room.approvals.of(request, RequestRoom.OFFICER).getFirst().id();
        room.approvals.decide(request, asked, true, "", by);
    }
}
