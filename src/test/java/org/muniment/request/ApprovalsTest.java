package org.muniment.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
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
