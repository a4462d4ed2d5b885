package org.muniment.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.AccessionNumber;
import org.muniment.law.Exemption;
import org.muniment.law.JurisdictionId;
import org.muniment.law.LawBook;
import org.muniment.request.RequestRoom;
import org.muniment.review.DecisionDesk.CounselAnswer;
import org.muniment.review.ReviewDecision.Kind;

class ReviewDecisionsTest {
    private static final ReviewDecision RELEASE = new ReviewDecision.Release();
    private static final ReviewDecision.Referred ASKED =
            new ReviewDecision.Referred("Is this advice?", LocalDate.parse("2026-12-01"), "");

    @TempDir
    Path folder;

    private ReviewRoom room;

    @BeforeEach
    void open() throws Exception {
        room = new ReviewRoom(folder);
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void whatIsAddedTwiceIsOneItem() throws Exception {
        int number = room.item("Levy", "The levy grows.");
        Added again = room.reviews.add(room.id(), List.of(new AccessionNumber(accession(number))), RequestRoom.OFFICER);
        assertThat(again).isEqualTo(new Added(0, 1, 0));
        assertThat(room.reviews.progress(room.id()).total()).isEqualTo(1);
    }

    @Test
    void aDecisionIsKeptWithWhoAndWhenAndUndoBringsBackEachOneBefore() throws Exception {
        int number = room.item("Levy", "The levy grows.");
        room.decide(number, RELEASE);
        room.decide(number, ReviewRoom.withhold(ReviewRoom.PERSONNEL));
        assertThat(room.decided()).containsExactly(Kind.WITHHOLD);
        undo(number);
        assertThat(room.decided()).containsExactly(Kind.RELEASE);
        undo(number);
        assertThat(room.decided()).containsExactly(Kind.UNDECIDED);
        assertThatThrownBy(() -> undo(number)).isInstanceOf(NothingToUndo.class);
        assertThat(room.pen.history(room.row(number), 9))
                .hasSize(2)
                .allSatisfy(act -> assertThat(act.by()).isEqualTo("Ana Rivera"))
                .allSatisfy(act -> assertThat(act.undoneBy()).contains("Ana Rivera"));
    }

    @Test
    void whatIsWrittenOfAWithholdingNamesTheExemptionAsTheBoxDoes() throws Exception {
        int number = room.item("Levy", "The levy grows.");
        Ground advice = new Ground("us-ct/exemption/1-210-b-10", "Attorney–client");
        room.decide(number, ReviewRoom.withhold(ReviewRoom.PERSONNEL, advice));
        assertThat(room.pen.history(room.row(number), 1))
                .extracting(ReviewActs.Done::what)
                .containsExactly("decided: withhold under 1-210(b)(2), 1-210(b)(10)");
    }

    @Test
    void whoDecidesOnAnOlderVersionChangesNothingAndIsToldWhoWasQuicker() throws Exception {
        int number = room.item("Levy", "The levy grows.");
        int shown = room.row(number).version();
        room.decide(number, RELEASE);
        assertThatThrownBy(() -> room.decisions.decide(
                        room.request,
                        number,
                        shown,
                        Verdict.of(new ReviewDecision.NotResponsive()),
                        Spread.THIS,
                        room.counselReads()))
                .isInstanceOf(ItemChangedMeanwhile.class)
                .hasMessageContaining("by Ana Rivera: decided: release");
        assertThat(room.decided()).containsExactly(Kind.RELEASE);
    }

    @Test
    void onePressDecidesAllUndecidedThatSayTheSameAndOneUndoesIt() throws Exception {
        int first = room.item("Notice", "The library is closed.");
        int decided = room.item("Notice", "The library is closed.");
        int same = room.item("Notice", "The library is closed.");
        int other = room.item("Notice", "The library is open.");
        room.decide(decided, ReviewRoom.withhold(ReviewRoom.PERSONNEL));
        var pressed = room.decide(first, RELEASE, Spread.IDENTICAL, room.officer());
        assertThat(pressed.changed()).containsExactly(first, same);
        assertThat(pressed.left()).isEqualTo(1);
        assertThat(room.decided()).containsExactly(Kind.RELEASE, Kind.WITHHOLD, Kind.RELEASE, Kind.UNDECIDED);
        undo(same);
        var undone = room.decisions.undoAll(room.request, pressed.batch(), room.officer());
        assertThat(undone.changed()).containsExactly(first);
        assertThat(room.decided()).containsExactly(Kind.UNDECIDED, Kind.WITHHOLD, Kind.UNDECIDED, Kind.UNDECIDED);
        assertThat(other).isEqualTo(4);
    }

    @Test
    void withholdingNeedsARowOfTheMenuItsDetailAndAFactualBasis() throws Exception {
        int number = room.item("Levy", "The levy grows.");
        assertThatThrownBy(() -> room.decide(number, ReviewRoom.withhold(Ground.of("us-ma/exemption/26-a"))))
                .isInstanceOf(ReviewIsMalformed.class)
                .hasMessageContaining("not in the menu");
        assertThatThrownBy(() -> room.decide(number, ReviewRoom.withhold(Ground.of("us-ct/exemption/1-210-b-10"))))
                .isInstanceOf(ReviewIsMalformed.class)
                .hasMessageContaining("Name the other statute or the privilege");
        assertThatThrownBy(() -> new ReviewDecision.Withhold(List.of(ReviewRoom.PERSONNEL), " "))
                .isInstanceOf(ReviewIsMalformed.class);
        room.decide(number, ReviewRoom.withhold(new Ground("us-ct/exemption/1-210-b-10", "Attorney–client")));
        assertThat(room.decided()).containsExactly(Kind.WITHHOLD);
    }

    @Test
    void counselAnswersAndGivesBackAndWhatIsPrivilegedOnlyCounselLetsGo() throws Exception {
        int number = room.item("Advice", "Our lawyers think so.");
        room.decide(number, ASKED);
        assertThat(room.reviews.progress(room.id()).withCounsel()).isEqualTo(1);
        room.decisions.advise(
                room.request,
                number,
                room.row(number).version(),
                new CounselAnswer("It is legal advice.", true),
                room.counselReads());
        assertThat(room.decided()).containsExactly(Kind.UNDECIDED);
        assertThat(room.row(number).state().advice().orElseThrow().question()).isEqualTo("Is this advice?");
        assertThatThrownBy(() -> room.decide(number, RELEASE)).isInstanceOf(OnlyCounselOverrides.class);
        room.decide(number, RELEASE, Spread.THIS, room.counselReads());
        assertThat(room.decided()).containsExactly(Kind.RELEASE);
    }

    @Test
    void whatTheLawLeavesNoChoiceAboutOnlyCounselTakesAway() throws Exception {
        Ground mandatory = Ground.of(mandatory());
        int number = room.item("Levy", "The levy grows.");
        room.decide(number, ReviewRoom.withhold(mandatory), Spread.THIS, room.counselReads());
        assertThatThrownBy(() -> room.decide(number, RELEASE)).isInstanceOf(OnlyCounselOverrides.class);
        assertThatThrownBy(() -> undo(number)).isInstanceOf(OnlyCounselOverrides.class);
        room.decide(number, RELEASE, Spread.THIS, room.counselReads());
        room.decide(number, ReviewRoom.withhold(mandatory));
        undo(number);
        assertThat(room.decided()).as("one's own last act may be undone").containsExactly(Kind.RELEASE);
    }

    @Test
    void askingCounselIsNoWayRoundWhatTheLawLeavesNoChoiceAbout() throws Exception {
        Ground mandatory = Ground.of(mandatory());
        int number = room.item("Levy", "The levy grows.");
        room.decide(number, ReviewRoom.withhold(mandatory), Spread.THIS, room.counselReads());
        for (int times = 0; times < 2; times++) room.decide(number, ASKED);
        for (ReviewDecision other :
                List.of(RELEASE, new ReviewDecision.NotResponsive(), new ReviewDecision.Undecided()))
            assertThatThrownBy(() -> room.decide(number, other)).isInstanceOf(OnlyCounselOverrides.class);
        assertThatThrownBy(() -> room.decide(number, ReviewRoom.withhold(ReviewRoom.PERSONNEL)))
                .isInstanceOf(OnlyCounselOverrides.class);
        room.decide(number, ReviewRoom.withhold(mandatory, ReviewRoom.PERSONNEL));
        for (int times = 0; times < 3; times++) undo(number);
        assertThat(room.decided()).as("one's own question is taken back").containsExactly(Kind.WITHHOLD);
        assertThat(room.row(number).state().verdict().grounds()).containsExactly(mandatory);
    }

    private static String mandatory() {
        return LawBook.shipped().exemptions(new JurisdictionId("us-ct"), LocalDate.parse("2026-11-23")).stream()
                .filter(row -> row.mode() == Exemption.Mode.MANDATORY && row.offerInMenu())
                .filter(row -> row.requiredSubfield().isEmpty())
                .findFirst()
                .orElseThrow()
                .id()
                .value();
    }

    @Test
    void closingIsBlockedByWhatIsUndecidedADraftOrWithCounsel() throws Exception {
        int undecided = room.item("One", "First.");
        int marked = room.item("Two", "Second by Ann Smith.");
        int asked = room.item("Three", "Third.");
        room.mark(marked, "Ann Smith");
        room.decide(asked, ASKED);
        ReviewObstacle obstacle = new ReviewObstacle(room.reviews);
        assertThat(obstacle.standingInTheWay(room.id()))
                .hasSize(3)
                .anySatisfy(said -> assertThat(said).startsWith("2 items are not decided"))
                .anySatisfy(said -> assertThat(said).contains("drafts"))
                .anySatisfy(said -> assertThat(said).startsWith("1 item is with counsel"));
        room.decide(undecided, RELEASE);
        room.decide(marked, new ReviewDecision.Redact());
        room.decide(asked, RELEASE);
        assertThat(obstacle.standingInTheWay(room.id())).isEmpty();
        assertThat(room.reviews.progress(room.id()).isFinished()).isTrue();
    }

    private void undo(int number) {
        room.decisions.undo(room.request, number, room.row(number).version(), room.officer());
    }

    private long accession(int number) {
        return ((ReviewMatter.Mail) room.row(number).matter()).accession().index();
    }
}
