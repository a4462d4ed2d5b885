package org.muniment.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.access.Actor;
import org.muniment.access.Role;
import org.muniment.request.RequestStatus.Kind;

class ApprovalsTest {
    private static final Actor OFFICER = RequestRoom.OFFICER;
    private static final Actor APPROVER = RequestRoom.APPROVER;

    @TempDir
    Path folder;

    private RequestRoom room;
    private RequestId request;

    @BeforeEach
    void reviewed() throws IOException {
        room = new RequestRoom(folder);
        request = room.entered().id();
        room.desk.move(request, Kind.SEARCHING, "", OFFICER);
        room.desk.move(request, Kind.REVIEW, "", OFFICER);
    }

    @AfterEach
    void close() throws IOException {
        room.close();
    }

    @Test
    void anApproverSeesTheRequestOnlyOnceAskedAndApprovesTheReviewAsItWasAskedAbout() {
        assertThat(room.requests.seenBy(APPROVER)).isEmpty();
        room.approvals.ask(request, Optional.empty(), "Part 1, 12 messages", OFFICER);
        assertThat(room.requests.seenBy(APPROVER)).hasSize(1);
        assertThat(room.approvals.waitingFor(APPROVER)).hasSize(1);
        assertThat(room.approvals.standing(request)).isInstanceOf(ApprovalStanding.Waiting.class);
        room.approvals.decide(request, 1, true, "", APPROVER);
        assertThat(room.approvals.standing(request)).isInstanceOf(ApprovalStanding.Given.class);
        room.review = "one more message withheld";
        assertThat(room.approvals.standing(request)).isInstanceOf(ApprovalStanding.Outdated.class);
    }

    @Test
    void aRefusalHasAReasonAndSendsTheRequestBackToReview() {
        room.approvals.ask(request, Optional.empty(), "", OFFICER);
        assertThatThrownBy(() -> room.approvals.decide(request, 1, false, " ", APPROVER))
                .hasMessageContaining("why it is refused");
        room.approvals.decide(request, 1, false, "The mayor's note is a draft.", APPROVER);
        assertThat(room.requests.known(request).status().kind()).isEqualTo(Kind.REVIEW);
        assertThat(room.approvals.standing(request)).isInstanceOf(ApprovalStanding.Refused.class);
    }

    @Test
    void nobodyApprovesWhatTheyAskedForOrWhatWasAskedOfAnother() {
        Actor both = RequestRoom.person(40, "Ben Both", Role.RECORDS_OFFICER, Role.APPROVER);
        room.approvals.ask(request, Optional.empty(), "", both);
        assertThatThrownBy(() -> room.approvals.decide(request, 1, true, "", both))
                .hasMessageContaining("Nobody approves what they asked for");
        room.approvals.withdraw(request, 1, both);
        Actor manager = room.hire("Mona Chief", Role.REVIEWER);
        room.approvals.ask(
                request, Optional.of(room.assignments.named(manager.person().number())), "", OFFICER);
        assertThatThrownBy(() -> room.approvals.decide(request, 2, true, "", both))
                .hasMessageContaining("asked of Mona Chief");
        assertThatThrownBy(() -> room.requests.readerOf(request, manager))
                .as("who only approves reads no mail")
                .isInstanceOf(NoSuchRequest.class);
        room.approvals.decide(request, 2, true, "", manager);
        assertThat(room.approvals.standing(request))
                .isInstanceOfSatisfying(
                        ApprovalStanding.Given.class,
                        given -> assertThat(given.by()).isEqualTo("Mona Chief"));
    }

    @Test
    void aReviewThatChangedMeanwhileIsNotApproved() {
        room.approvals.ask(request, Optional.empty(), "", OFFICER);
        room.review = "changed";
        assertThatThrownBy(() -> room.approvals.decide(request, 1, true, "", APPROVER))
                .hasMessageContaining("The review has changed");
    }

    @Test
    void aRefusalIsNotWithdrawnOnlyAskingAgainReplacesIt() {
        room.approvals.ask(request, Optional.empty(), "", OFFICER);
        room.approvals.decide(request, 1, false, "The mayor's note is a draft.", APPROVER);
        assertThatThrownBy(() -> room.approvals.withdraw(request, 1, OFFICER)).hasMessageContaining("Ask again");
        room.review = "the note is withheld";
        assertThatThrownBy(() -> room.approvals.withdraw(request, 1, OFFICER)).hasMessageContaining("Ask again");
        assertThat(room.approvals.standing(request)).isInstanceOf(ApprovalStanding.Refused.class);
        room.approvals.ask(request, Optional.empty(), "", OFFICER);
        room.approvals.withdraw(request, 2, OFFICER);
        assertThat(room.approvals.standing(request))
                .as("a question taken back answers nothing")
                .isInstanceOf(ApprovalStanding.Refused.class);
        room.approvals.ask(request, Optional.empty(), "", OFFICER);
        room.approvals.decide(request, 3, true, "", APPROVER);
        assertThat(room.approvals.standing(request)).isInstanceOf(ApprovalStanding.Given.class);
    }

    @Test
    void whoRefusedIsNotPassedOverByAskingAnotherAboutTheSameReview() {
        Actor other = RequestRoom.person(41, "Paula Prior", Role.APPROVER);
        Actor counsel = RequestRoom.person(42, "Cleo Stone", Role.COUNSEL, Role.APPROVER);
        refusedAndAskedAgain();
        assertThatThrownBy(() -> room.approvals.decide(request, 2, true, "", other))
                .hasMessageContaining("Ada Pryor refused this");
        room.approvals.decide(request, 2, false, "Nor do I.", other);
        room.approvals.ask(request, Optional.empty(), "", OFFICER);
        assertThatThrownBy(() -> room.approvals.decide(request, 3, true, "", APPROVER))
                .hasMessageContaining("Paula Prior refused this");
        room.approvals.decide(request, 3, true, "", counsel);
        assertThat(room.approvals.standing(request)).isInstanceOf(ApprovalStanding.Given.class);
    }

    @Test
    void whoRefusedMayThinkBetterOfItAndAnybodyMayApproveWhatWasMended() {
        refusedAndAskedAgain();
        room.approvals.decide(request, 2, true, "", APPROVER);
        room.review = "the note is withheld";
        room.approvals.ask(request, Optional.empty(), "", OFFICER);
        room.approvals.decide(request, 3, true, "", RequestRoom.person(41, "Paula Prior", Role.APPROVER));
        assertThat(room.approvals.standing(request)).isInstanceOf(ApprovalStanding.Given.class);
    }

    private void refusedAndAskedAgain() {
        room.approvals.ask(request, Optional.empty(), "", OFFICER);
        room.approvals.decide(request, 1, false, "The mayor's note is a draft.", APPROVER);
        room.approvals.ask(request, Optional.empty(), "", OFFICER);
    }

    @Test
    void ofTwoWhoAnswerAtOnceOneIsToldThatItWasDecided() {
        Actor other = RequestRoom.person(41, "Paula Prior", Role.APPROVER);
        room.approvals.ask(request, Optional.empty(), "", OFFICER);
        Approvals slow = meanwhile(() -> room.approvals.decide(request, 1, false, "A draft.", other));
        assertThatThrownBy(() -> slow.decide(request, 1, true, "", APPROVER)).hasMessageContaining("decided already");
        assertThat(room.approvals.standing(request))
                .isInstanceOfSatisfying(
                        ApprovalStanding.Refused.class,
                        refused -> assertThat(refused.by()).isEqualTo("Paula Prior"));
        assertThat(room.timeline.of(request))
                .extracting(Timeline.TimelineLine::sentence)
                .contains("Approval refused. A draft.")
                .doesNotContain("Approved.");
    }

    @Test
    void whatIsWithdrawnWhileItIsAnsweredIsNotAnswered() {
        room.approvals.ask(request, Optional.empty(), "", OFFICER);
        Approvals slow = meanwhile(() -> room.approvals.withdraw(request, 1, OFFICER));
        assertThatThrownBy(() -> slow.decide(request, 1, true, "", APPROVER)).isInstanceOf(NotYoursToApprove.class);
        assertThat(room.approvals.standing(request)).isInstanceOf(ApprovalStanding.NotAsked.class);
    }

    /// Approvals that, whenever they look at the review for the first time, are overtaken by another.
    private Approvals meanwhile(Runnable another) {
        AtomicBoolean isFirst = new AtomicBoolean(true);
        return new Approvals(
                room.database,
                room.requests,
                room.desk,
                new Chronicle(room.timeline, room.archive, room.audit),
                () -> {
                    if (isFirst.getAndSet(false))
                        CompletableFuture.runAsync(another).join();
                    return Optional.of(_ -> room.review);
                },
                room.clock());
    }

    @Test
    void whileApprovalIsWaitedForNothingIsClosedAndItCanBeWithdrawn() {
        room.approvals.ask(request, Optional.empty(), "", OFFICER);
        assertThatThrownBy(() -> room.closing.close(request, Determination.GRANTED, "", OFFICER))
                .hasMessageContaining("Approval by any approver is waited for");
        room.approvals.withdraw(request, 1, OFFICER);
        assertThat(room.approvals.standing(request)).isInstanceOf(ApprovalStanding.NotAsked.class);
        assertThat(room.requests.seenBy(APPROVER)).isEmpty();
        room.closing.close(request, Determination.GRANTED, "", OFFICER);
    }
}
