package org.muniment.request;

import java.util.Optional;

/// Steps of a request, for the tests of packages above.
public final class RequestMoves {
    private RequestMoves() {}

    public static void toReview(RequestRoom room, RequestId request) {
        room.desk.move(request, RequestStatus.Kind.SEARCHING, "", RequestRoom.OFFICER);
        room.desk.move(request, RequestStatus.Kind.REVIEW, "", RequestRoom.OFFICER);
    }

    public static void askApproval(RequestRoom room, RequestId request) {
        room.approvals.ask(request, Optional.empty(), "May this leave?", RequestRoom.OFFICER);
    }

    /// What was last asked for is given.
    public static void approve(RequestRoom room, RequestId request) {
        long asked = room.approvals.of(request, RequestRoom.OFFICER).getFirst().id();
        room.approvals.decide(request, asked, true, "", RequestRoom.APPROVER);
    }
}
