package org.muniment.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.muniment.access.Actor;
import org.muniment.access.Role;
import org.muniment.request.RequestStatus.Kind;

class RequestLifeTest {
    private static final Actor OFFICER = RequestRoom.OFFICER;

    @TempDir
    Path folder;

    private RequestRoom room;
    private RecordsRequest entered;

    @BeforeEach
    void open() throws IOException {
        room = new RequestRoom(folder);
        entered = room.entered();
    }

    @AfterEach
    void close() throws IOException {
        room.close();
    }

    @Test
    void aRequestGoesFromReceiptThroughReviewToItsEnd() {
        move(Kind.CLARIFICATION, "Which years?");
        assertThat(now().status())
                .isInstanceOfSatisfying(
                        RequestStatus.Clarification.class,
                        asked -> assertThat(asked.question()).isEqualTo("Which years?"));
        move(Kind.SEARCHING, "");
        move(Kind.REVIEW, "");
        assertThat(room.desk.released(entered.id(), OFFICER).status())
                .isInstanceOfSatisfying(
                        RequestStatus.ReleasedInParts.class,
                        released -> assertThat(released.parts()).isEqualTo(1));
        room.desk.released(entered.id(), OFFICER);
        assertThat(now().releases()).isEqualTo(2);
        RecordsRequest closed =
                room.closing.close(entered.id(), Determination.GRANTED_IN_PART, "Two parts went out.", OFFICER);
        assertThat(closed.status())
                .isInstanceOfSatisfying(
                        RequestStatus.Closed.class,
                        end -> assertThat(end.determination()).isEqualTo(Determination.GRANTED_IN_PART));
        assertThat(room.timeline.of(entered.id()))
                .extracting(Timeline.TimelineLine::sentence)
                .contains("Waiting for the requester: Which years?", "Part 2 released.");
    }

    @Test
    void aStepThatIsNoneIsRefusedWithThoseThatAre() {
        assertThatThrownBy(() -> move(Kind.APPROVAL, ""))
                .isInstanceOf(MoveIsNotLegal.class)
                .hasMessageContaining("R-2026-0001 is received")
                .hasMessageContaining("being searched");
        for (Kind kind : EnumSet.of(Kind.CLOSED, Kind.APPEALED, Kind.RELEASED_IN_PARTS))
            assertThatThrownBy(() -> move(kind, "x")).isInstanceOf(MoveIsNotLegal.class);
        assertThat(now().status()).isInstanceOf(RequestStatus.Received.class);
    }

    @Test
    void whatBelongsToAStatusIsAskedFor() {
        assertThatThrownBy(() -> move(Kind.CLARIFICATION, " ")).hasMessageContaining("what you ask the requester");
        assertThatThrownBy(() -> move(Kind.MISFILED, "")).hasMessageContaining("why it should not have been entered");
        assertThatThrownBy(() -> room.closing.close(entered.id(), Determination.OTHER, "", OFFICER))
                .isInstanceOf(IntakeIsIncomplete.class);
    }

    @Test
    void theClockStandsStillOnlyWhereTheLawKnowsIt() throws IOException {
        move(Kind.CLARIFICATION, "Which years?");
        assertThat(room.timeline.of(entered.id()))
                .extracting(Timeline.TimelineLine::sentence)
                .anySatisfy(line ->
                        assertThat(line).startsWith("The clock runs on.").contains("Conn. Gen. Stat. § 1-206(a)"));
        try (var federal = new RequestRoom(folder.resolve("us"), "us")) {
            RecordsRequest request = federal.entered();
            federal.desk.move(request.id(), Kind.CLARIFICATION, "Which years?", OFFICER);
            assertThat(federal.deadlines.desk().entries(1)).hasSize(1);
            federal.desk.move(request.id(), Kind.SEARCHING, "", OFFICER);
            assertThat(federal.deadlines.desk().entries(1)).hasSize(2);
        }
    }

    @Test
    void nothingIsClosedWhileAnythingStandsInTheWayAndAllOfItIsNamed() {
        move(Kind.SEARCHING, "");
        room.tasks.add(entered.id(), "Ask Public Works for the pump log", Optional.empty(), Optional.empty(), OFFICER);
        room.obstacles.add(new Undecided());
        assertThatThrownBy(() -> room.closing.close(entered.id(), Determination.NO_RECORDS, "", OFFICER))
                .isInstanceOf(ClosingIsBlocked.class)
                .hasMessageContaining("Ask Public Works for the pump log")
                .hasMessageContaining("3 messages are undecided");
        assertThat(room.closing.inTheWay(entered.id()))
                .extracting(ClosingDesk.InTheWay::tab)
                .containsExactly("overview", "review");
        room.tasks.done(entered.id(), 1, OFFICER);
        assertThat(room.closing
                        .close(entered.id(), Determination.WITHDRAWN, "By telephone.", OFFICER)
                        .status()
                        .kind())
                .as("what is undecided does not matter where nothing is said about records")
                .isEqualTo(Kind.CLOSED);
    }

    @ParameterizedTest
    @EnumSource(
            value = Determination.class,
            names = {"WITHDRAWN", "UNPAID", "DUPLICATE"},
            mode = EnumSource.Mode.EXCLUDE)
    void whoeverAnswersTheRequesterHasDecidedEveryItem(Determination determination) {
        room.obstacles.add(new Undecided());
        assertThatThrownBy(() -> room.closing.close(entered.id(), determination, "Because.", OFFICER))
                .isInstanceOf(ClosingIsBlocked.class)
                .hasMessageContaining("3 messages are undecided");
    }

    private static final class Undecided implements ClosingObstacle {
        @Override
        public List<String> standingInTheWay(RequestId request) {
            return List.of("3 messages are undecided. Decide them.");
        }

        @Override
        public String tab() {
            return "review";
        }
    }

    @Test
    void closingReopeningAndAnIntakeByMistakeCanBeUndone() {
        room.closing.close(entered.id(), Determination.DENIED, "", OFFICER);
        move(Kind.REOPENED, "Two more boxes were found.");
        assertThat(now().status().isOpen()).isTrue();
        RecordsRequest other = room.entered();
        room.desk.move(other.id(), Kind.MISFILED, "Entered twice.", OFFICER);
        assertThat(room.requests.known(other.id()).status().isOpen()).isFalse();
        room.desk.move(other.id(), Kind.RECEIVED, "", OFFICER);
        assertThat(room.requests.known(other.id()).status().isOpen()).isTrue();
    }

    @Test
    void whatHasGoneOutWasNotEnteredByMistake() {
        move(Kind.SEARCHING, "");
        move(Kind.REVIEW, "");
        room.desk.released(entered.id(), OFFICER);
        move(Kind.REVIEW, "");
        assertThatThrownBy(() -> move(Kind.MISFILED, "x")).isInstanceOf(MoveIsNotLegal.class);
    }

    @Test
    void anAppealIsARequestOfItsOwnAndBothNameEachOther() {
        assertThatThrownBy(() -> room.closing.appeal(entered.id(), room.letter(), OFFICER))
                .isInstanceOf(MoveIsNotLegal.class);
        room.closing.close(entered.id(), Determination.DENIED, "", OFFICER);
        RecordsRequest appeal = room.closing.appeal(entered.id(), room.letter(), OFFICER);
        assertThat(appeal.label()).isEqualTo("R-2026-0002");
        assertThat(appeal.appealOf()).contains(entered.id());
        assertThat(appeal.subject()).isEqualTo(entered.subject());
        assertThat(now().status())
                .isInstanceOfSatisfying(
                        RequestStatus.Appealed.class,
                        appealed -> assertThat(appealed.appeal()).isEqualTo(appeal.id()));
    }

    @Test
    void aReviewerSeesOnlyWhatIsAssignedAndNoLongerWhenItIsTakenBack() {
        Actor reviewer = room.hire("Rey Vance", Role.REVIEWER);
        Actor officer = room.hire("Otto Lind", Role.RECORDS_OFFICER);
        assertThat(room.requests.seenBy(reviewer)).isEmpty();
        room.assignments.assignReviewers(entered.id(), Set.of(reviewer.person()), OFFICER);
        assertThat(room.requests.readerOf(entered.id(), reviewer).purpose().reference())
                .isEqualTo("R-2026-0001");
        assertThatThrownBy(() -> room.assignments.assignReviewers(entered.id(), Set.of(officer.person()), OFFICER))
                .hasMessageContaining("is no reviewer");
        room.assignments.assignReviewers(entered.id(), Set.of(), OFFICER);
        assertThat(room.requests.seenBy(reviewer)).isEmpty();
        room.assignments.giveTo(entered.id(), officer.person().number(), OFFICER);
        assertThat(now().officer().orElseThrow().name()).isEqualTo("Otto Lind");
    }

    private void move(Kind to, String words) {
        room.desk.move(entered.id(), to, words, OFFICER);
    }

    private RecordsRequest now() {
        return room.requests.known(entered.id());
    }
}
