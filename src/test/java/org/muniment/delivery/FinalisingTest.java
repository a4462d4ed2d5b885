package org.muniment.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.access.Actor;
import org.muniment.access.PersonId;
import org.muniment.access.Role;
import org.muniment.law.LawBook;
import org.muniment.law.ProvisionId;
import org.muniment.rendition.FontShelf;
import org.muniment.request.RequestMoves;
import org.muniment.request.RequestRoom;
import org.muniment.request.RequestStatus;
import org.muniment.review.DecidedReview;
import org.muniment.review.ReviewDecision;
import org.muniment.settings.ReleaseApproval;

class FinalisingTest {
    private static final String PERSONNEL = DecidedReview.PERSONNEL.exemption();
    private static FontShelf fonts;

    @TempDir
    private Path folder;

    private DeliveryRoom room;
    private int released;

    @BeforeAll
    static void openFonts() throws IOException {
        fonts = FontShelf.ofThisMachine();
    }

    @BeforeEach
    void open() throws Exception {
        room = new DeliveryRoom(folder, fonts);
        released = room.review.released("Underpass", "The underpass is closed.");
        room.review.redacted("Pay", "Rosa Zwingli earns little.", "Rosa Zwingli");
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void whoPreparedDoesNotFinaliseWhateverTheirRoles() throws Exception {
        var prepared = room.prepared();
        assertThatThrownBy(() -> room.finalise(prepared, RequestRoom.OFFICER, Set.of(PERSONNEL)))
                .isInstanceOf(SecondPersonNeeded.class);
        assertThat(room.found(prepared).state().kind()).isEqualTo(DeliveryState.Kind.PREPARED);
        assertThat(room.file(prepared, "manifest.note")).doesNotExist();
    }

    @Test
    void anExemptionNobodyVerifiedNeedsCounselsWordAndThatVerifiesIt() throws Exception {
        var prepared = room.prepared();
        var id = new ProvisionId(PERSONNEL);
        assertThatThrownBy(() -> room.finalise(prepared, DeliveryRoom.OTHER_OFFICER, Set.of(PERSONNEL)))
                .hasMessageContaining("1-210(b)(2)")
                .hasMessageContaining("Counsel has to confirm");
        assertThatThrownBy(() -> room.finalise(prepared, RequestRoom.COUNSEL, Set.of()))
                .hasMessageContaining("Confirm each");
        assertThat(room.review.verifications().isVerified(id)).isFalse();

        room.finalise(prepared, RequestRoom.COUNSEL, Set.of(PERSONNEL));

        assertThat(room.review.verifications().isVerified(id)).isTrue();
        assertThat(room.found(prepared).state()).isInstanceOf(DeliveryState.Finalised.class);
    }

    @Test
    void onceVerifiedAnotherOfficerFinalises() throws Exception {
        room.review
                .verifications()
                .verify(LawBook.shipped().row(new ProvisionId(PERSONNEL)).provision(), RequestRoom.COUNSEL);
        var prepared = room.prepared();
        room.finalise(prepared, DeliveryRoom.OTHER_OFFICER, Set.of());
        assertThat(room.found(prepared).state().kind()).isEqualTo(DeliveryState.Kind.FINALISED);
    }

    @Test
    void aChangedDecisionVoidsWhatWasPreparedAndTheSameDecisionAgainDoesNot() throws Exception {
        var prepared = room.prepared();
        room.review.decide(released, new ReviewDecision.NotResponsive());
        room.review.decide(released, new ReviewDecision.Release());
        assertThat(room.views
                        .view(room.review.request(), prepared, RequestRoom.COUNSEL)
                        .obstacles())
                .isEmpty();
        room.review.decide(released, new ReviewDecision.NotResponsive());

        assertThatThrownBy(() -> room.finalised(prepared))
                .isInstanceOf(ReleaseWasVoided.class)
                .hasMessageContaining("changed after");

        assertThat(room.found(prepared).state().kind()).isEqualTo(DeliveryState.Kind.VOID);
        assertThat(room.folders.packageOf(prepared.id())).doesNotExist();
    }

    @Test
    void anItemAddedAfterPreparingStandsInTheWay() throws Exception {
        var prepared = room.prepared();
        int late = room.review.undecided("Late", "late");
        assertThatThrownBy(() -> room.finalised(prepared)).hasMessageContaining("undecided (" + late + ")");
    }

    @Test
    void aFileThatWasTamperedWithVoidsTheRelease() throws Exception {
        var prepared = room.prepared();
        Files.writeString(room.file(prepared, "cover.pdf"), "forged");
        assertThatThrownBy(() -> room.finalised(prepared))
                .isInstanceOf(ReleaseWasVoided.class)
                .hasMessageContaining("cover.pdf");
        assertThat(room.found(prepared).state().kind()).isEqualTo(DeliveryState.Kind.VOID);
    }

    @Test
    void homeTellsEverybodyWhoMayFinaliseButNotWhoPrepared() throws Exception {
        var home = new ReleasesThatWait(room.review.room().database);
        var prepared = room.prepared();
        assertThat(home.of(RequestRoom.COUNSEL)).singleElement().satisfies(work -> {
            assertThat(work.request()).isEqualTo(room.review.request().id());
            assertThat(work.why()).contains("part 1").contains(RequestRoom.OFFICER.name());
        });
        assertThat(home.of(DeliveryRoom.OTHER_OFFICER)).hasSize(1);
        assertThat(home.of(RequestRoom.OFFICER)).isEmpty();
        assertThat(home.of(RequestRoom.person(31, "Rita Vole", Role.REVIEWER))).isEmpty();

        room.finalised(prepared);
        assertThat(home.of(RequestRoom.COUNSEL)).isEmpty();
    }

    @Test
    void whoFinalisesSaysWhichReleaseTheyLookedAt() throws Exception {
        var prepared = room.prepared();
        assertThatThrownBy(() ->
                        room.finalising.finalise(prepared.id(), "0".repeat(64), Set.of(PERSONNEL), RequestRoom.COUNSEL))
                .hasMessageContaining("Look at it again");
    }

    @Test
    void anApprovalThatWasAskedForHasToBeThere() throws Exception {
        RequestMoves.askApproval(room.review.room(), room.review.request().id());
        var prepared = room.prepared();
        assertThatThrownBy(() -> room.finalised(prepared)).hasMessageContaining("not given yet");
    }

    @Test
    void whereTheCityWantsItNothingLeavesWithoutAnApprovalOfTheReviewAsItIs() throws Exception {
        room.settings.changeReleaseApproval(ReleaseApproval.ALWAYS);
        var id = room.review.request().id();
        var prepared = room.prepared();
        assertThatThrownBy(() -> room.finalised(prepared)).hasMessageContaining("nothing without an approval");
        RequestMoves.askApproval(room.review.room(), id);
        assertThatThrownBy(() -> room.finalised(prepared)).hasMessageContaining("not given yet");
        RequestMoves.approve(room.review.room(), id);
        room.review.room().review = "changed since";
        assertThatThrownBy(() -> room.finalised(prepared)).hasMessageContaining("Ask for it again");
        room.review.room().review = "as at first";
        assertThat(room.finalised(prepared).state().kind()).isEqualTo(DeliveryState.Kind.FINALISED);
    }

    @Test
    void theApprovalTheCityAlwaysWantsIsAThirdPersons() throws Exception {
        var requests = room.review.room();
        var id = room.review.request().id();
        var prepared = room.prepared();
        RequestMoves.askApproval(requests, id, DeliveryRoom.OTHER_OFFICER);
        RequestMoves.approve(requests, id, RequestRoom.person(7, "Ana Rivera", Role.RECORDS_OFFICER, Role.APPROVER));
        room.settings.changeReleaseApproval(ReleaseApproval.ALWAYS);
        assertThatThrownBy(() -> room.finalised(prepared)).hasMessageContaining("Ana Rivera, who approved, prepared");
        RequestMoves.askApproval(requests, id);
        RequestMoves.approve(requests, id);
        var approver = RequestRoom.person(10, "Ada Pryor", Role.APPROVER, Role.COUNSEL);
        assertThatThrownBy(() -> room.finalise(prepared, approver, Set.of(PERSONNEL)))
                .hasMessageContaining("it is yours");
        assertThat(room.finalised(prepared).state().kind()).isEqualTo(DeliveryState.Kind.FINALISED);
    }

    @Test
    void nobodyFinalisesAPageTheyMayNotLookAt() throws Exception {
        var prepared = room.prepared();
        var bound = new Actor(new PersonId(17), "Omar Reyes", Set.of(Role.RECORDS_OFFICER), Set.of(1L), "127.0.0.1");
        assertThatThrownBy(() -> room.finalise(prepared, bound, Set.of()))
                .isInstanceOf(ReleaseIsNotYours.class)
                .hasMessageContaining("item " + released);
        assertThat(room.found(prepared).state().kind()).isEqualTo(DeliveryState.Kind.PREPARED);
    }

    @Test
    void anApprovalIsBoundToEveryDecision() {
        var state = new ReviewAsDecided(room.review.reviews());
        var id = room.review.request().id();
        var before = state.hash(id);
        room.review.decide(released, new ReviewDecision.NotResponsive());
        assertThat(state.hash(id)).isNotEqualTo(before);
        room.review.decide(released, new ReviewDecision.Release());
        assertThat(state.hash(id)).isEqualTo(before);
    }

    @Test
    void aFinalisedReleaseIsInTheArchivesLogAndCountedOnce() throws Exception {
        var finalised = room.finalised(room.prepared());
        assertThat(((DeliveryState.Finalised) finalised.state()).logEntry().index())
                .isLessThan(room.review.room().archive.size());
        assertThat(room.review.request().status()).isInstanceOf(RequestStatus.ReleasedInParts.class);
        assertThat(room.review.request().releases()).isEqualTo(1);
        assertThat(room.file(finalised, "manifest.note")).exists();
        assertThatThrownBy(() -> room.finalised(finalised)).hasMessageContaining("does not wait");
        assertThat(room.review.request().releases()).isEqualTo(1);
    }
}
