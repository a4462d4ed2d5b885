package org.muniment.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.request.Determination;
import org.muniment.request.RequestRoom;

/// What somebody let go, and counsel keeps back since, waits for counsel's own decision.
class LetGoBeforeKeptBackTest {
    private static final ReviewDecision RELEASE = new ReviewDecision.Release();

    @TempDir
    Path folder;

    private ReviewRoom room;
    private int number;

    @BeforeEach
    void letGo() throws Exception {
        room = new ReviewRoom(folder);
        number = room.item("avery@law.city.example", "Advice", "Privileged canary.");
        room.decide(number, RELEASE);
        room.keepBack("law.city.example");
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void itWaitsInCounselsQueueUntilCounselDecides() {
        assertThat(item().waitsForCounsel()).isTrue();
        assertThat(waiting()).isEqualTo(1);
        room.decide(number, RELEASE, Spread.THIS, room.counselReads());
        assertThat(item().waitsForCounsel()).isFalse();
        assertThat(waiting()).isZero();
    }

    @Test
    void counselsOtherActsAreNoDecisionAndUndoingTakesTheDecisionBack() {
        room.decide(number, ReviewRoom.withhold(ReviewRoom.PERSONNEL), Spread.THIS, room.counselReads());
        assertThat(waiting()).isZero();
        room.decisions.undo(room.request, number, room.row(number).version(), room.counselReads());
        assertThat(item().decision()).isEqualTo(RELEASE);
        assertThat(waiting()).as("counsel looked, and took the answer back").isEqualTo(1);
        room.mark(number, "canary", ReviewRoom.PERSONNEL, room.counselReads());
        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void whatIsKeptBackOnceMoreIsDecidedOnceMore() {
        room.decide(number, RELEASE, Spread.THIS, room.counselReads());
        long earlier = -2;
        new ReviewCounts(room.room.database).keptBackNow(room.id(), Set.of(), earlier);
        assertThat(waiting()).isEqualTo(1);
    }

    @Test
    void nothingOfAClosedRequestWaits() {
        assertThat(waiting()).isEqualTo(1);
        room.room.closing.close(room.id(), Determination.GRANTED, "", RequestRoom.OFFICER);
        assertThat(room.queue().queue(RequestRoom.COUNSEL).lines()).isEmpty();
    }

    private ReviewItem item() {
        return room.reviews.items(room.id()).getFirst();
    }

    /// As the queue, the review's figures and its list all say.
    private int waiting() {
        int total = room.queue().queue(RequestRoom.COUNSEL).total();
        assertThat(room.reviews.progress(room.id()).withCounsel()).isEqualTo(total);
        var listed = room.list().items(1, ItemFilter.Which.WITH_COUNSEL, "", false, 0, 100, room.counselReads());
        assertThat(listed.total()).isEqualTo(total);
        assertThat(room.queue().queue(RequestRoom.COUNSEL).lines()).hasSize(total);
        return total;
    }
}
