package org.muniment.review;

import org.muniment.law.LawBook;
import org.muniment.law.Verifications;
import org.muniment.privilege.Quarantine;
import org.muniment.request.RequestRoom;

/// The reviews of a [RequestRoom], for tests of the packages above.
public final class ReviewsAlone {
    private ReviewsAlone() {}

    public static Reviews in(RequestRoom room, Quarantine quarantine) {
        Verifications verifications =
                Verifications.in(room.database, LawBook.shipped(), room.archive, room.audit, room.clock());
        return new Reviews(
                room.database,
                room.requests,
                new KeepingBack(room.database, quarantine, room.search, RequestRoom.ZONE),
                new ReviewMail(room.archive),
                new ReviewLaw(LawBook.shipped(), verifications),
                new ReviewPen(room.database, room.archive, room.audit, room.timeline, room.clock()),
                room.search,
                room.clock());
    }
}
