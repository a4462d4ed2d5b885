package org.muniment.fee;

import org.muniment.deadline.ClockStart;
import org.muniment.law.LawBook;
import org.muniment.law.Verifications;
import org.muniment.request.RequestRoom;

/// The fees of requests, for tests of the packages above.
public final class FeesAlone {
    private FeesAlone() {}

    public static FeeDesk in(RequestRoom room, Verifications verifications) {
        return new FeeDesk(
                room.database,
                room.deadlines.desk(),
                room.deadlines.offices(),
                LawBook.shipped(),
                verifications,
                room.audit,
                room.clock(),
                RequestRoom.ZONE);
    }

    public static void estimate(FeeDesk desk, ClockStart start, FeeSample sample) {
        desk.estimate(start, sample, RequestRoom.OFFICER);
    }
}
