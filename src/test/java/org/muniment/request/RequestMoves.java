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
}
