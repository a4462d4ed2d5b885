package org.muniment.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.request.Determination;
import org.muniment.request.RecordsRequest;
import org.muniment.request.RequestId;
import org.muniment.request.RequestStatus;
import org.muniment.review.ReviewProgress;

class FittingLetterTest {
    private static final Instant SINCE = Instant.parse("2026-11-23T14:00:00Z");
    private static final ReviewProgress NOTHING = review(0, 0, 0, 0);

    private LetterRoom room;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        room = new LetterRoom(folder);
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void aNewRequestIsAcknowledgedOnceAndAnAppealAsWhatItIs() {
        var received = new RequestStatus.Received(SINCE);
        assertThat(fitting(received, NOTHING)).contains(LetterKind.ACKNOWLEDGEMENT);
        assertThat(fitting(new RequestStatus.Searching(SINCE.plusSeconds(60)), NOTHING))
                .contains(LetterKind.ACKNOWLEDGEMENT);
        assertThat(fitting(
                        new RequestStatus.Searching(SINCE.plusSeconds(60)),
                        NOTHING,
                        issued(LetterKind.ACKNOWLEDGEMENT)))
                .isEmpty();
        assertThat(FittingLetter.of(standing(received, Optional.of(new RequestId(7))), NOTHING, List.of()))
                .map(FittingLetter::kind)
                .contains(LetterKind.APPEAL_ACKNOWLEDGEMENT);
    }

    @Test
    void whatIsWaitedForIsAskedForAgainWhenItIsWaitedForAnew() {
        var fee = new RequestStatus.FeePending(SINCE, "Copies.");
        assertThat(fitting(fee, NOTHING)).contains(LetterKind.FEE_ESTIMATE);
        assertThat(fitting(fee, NOTHING, issued(LetterKind.FEE_ESTIMATE))).isEmpty();
        var later = new RequestStatus.FeePending(SINCE.plusSeconds(60), "More copies.");
        assertThat(fitting(later, NOTHING, issued(LetterKind.FEE_ESTIMATE))).contains(LetterKind.FEE_ESTIMATE);
        assertThat(fitting(new RequestStatus.Clarification(SINCE, "Which year?"), NOTHING))
                .contains(LetterKind.CLARIFICATION);
    }

    @Test
    void theAnswerFollowsFromTheReviewOnceAllOfItIsDecided() {
        var inReview = new RequestStatus.InReview(SINCE.plusSeconds(60));
        var acknowledged = issued(LetterKind.ACKNOWLEDGEMENT);
        assertThat(fitting(inReview, review(3, 0, 0, 3), acknowledged)).contains(LetterKind.DENIAL);
        assertThat(fitting(inReview, review(3, 0, 3, 0), acknowledged)).contains(LetterKind.NO_RECORDS);
        assertThat(fitting(inReview, review(3, 1, 0, 2), acknowledged)).isEmpty();
        assertThat(fitting(inReview, NOTHING, acknowledged)).isEmpty();
        assertThat(fitting(new RequestStatus.ReleasedInParts(SINCE, 1), NOTHING, acknowledged))
                .contains(LetterKind.RELEASE_COVER);
    }

    @Test
    void aClosedRequestGetsTheLetterOfItsEnd() {
        assertThat(fitting(closed(Determination.DENIED), NOTHING)).contains(LetterKind.DENIAL);
        assertThat(fitting(closed(Determination.NO_RECORDS), NOTHING)).contains(LetterKind.NO_RECORDS);
        assertThat(fitting(closed(Determination.GRANTED_IN_PART), NOTHING)).contains(LetterKind.PARTIAL_GRANT);
        assertThat(fitting(closed(Determination.WITHDRAWN), NOTHING)).contains(LetterKind.CLOSING);
        assertThat(fitting(closed(Determination.DENIED), NOTHING, issued(LetterKind.DENIAL)))
                .isEmpty();
    }

    private static RequestStatus closed(Determination determination) {
        return new RequestStatus.Closed(SINCE, determination, "");
    }

    private Optional<LetterKind> fitting(RequestStatus status, ReviewProgress review, IssuedLetter... issued) {
        return FittingLetter.of(standing(status, Optional.empty()), review, List.of(issued))
                .map(FittingLetter::kind);
    }

    private RecordsRequest standing(RequestStatus status, Optional<RequestId> appealOf) {
        RecordsRequest one = room.request;
        return new RecordsRequest(
                one.id(),
                one.label(),
                one.jurisdiction(),
                one.office(),
                one.receivedAt(),
                one.lawOn(),
                one.receivedBy(),
                one.enteredAt(),
                one.words(),
                one.subject(),
                one.requester(),
                status,
                one.releases(),
                one.officer(),
                one.reviewers(),
                appealOf);
    }

    private static IssuedLetter issued(LetterKind kind) {
        return new IssuedLetter(1, kind, "", Optional.empty(), "Ana Rivera", SINCE, 1, "", List.of());
    }

    private static ReviewProgress review(int total, int undecided, int notResponsive, int withhold) {
        return new ReviewProgress(total, undecided, notResponsive, 0, 0, withhold, 0, 0, 0, 0);
    }
}
