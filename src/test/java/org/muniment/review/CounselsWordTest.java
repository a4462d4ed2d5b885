package org.muniment.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.access.Reader;
import org.muniment.review.DecisionDesk.CounselAnswer;
import org.muniment.review.MarkDesk.MarkForm;
import org.muniment.review.ReviewDecision.Kind;

/// What counsel said stands until counsel says something else: undoing is no way round it.
class CounselsWordTest {
    private static final ReviewDecision RELEASE = new ReviewDecision.Release();

    @TempDir
    Path folder;

    private ReviewRoom room;
    private int number;

    @BeforeEach
    void asked() throws Exception {
        room = new ReviewRoom(folder);
        number = room.item("Advice", "Our lawyers think so.");
        room.decide(number, RELEASE);
        room.decide(number, new ReviewDecision.Referred("Is this advice?", LocalDate.parse("2026-12-01"), ""));
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void onlyCounselUndoesCounselsAnswer() {
        for (boolean isPrivileged : new boolean[] {true, false}) {
            answer(isPrivileged);
            assertThatThrownBy(() -> undo(room.officer()))
                    .isInstanceOf(OnlyCounselOverrides.class)
                    .hasMessageContaining("ask counsel again");
            assertThat(room.row(number).state().advice()).isPresent();
            undo(room.counselReads());
            assertThat(room.row(number).state().advice()).isEmpty();
            assertThat(room.decided()).containsExactly(Kind.REFERRED);
        }
    }

    @Test
    void onlyCounselUndoesThePressOfCounselsAnswer() {
        answer(true);
        long press = room.pen.last(room.row(number)).orElseThrow().batch();
        assertThatThrownBy(() -> room.decisions.undoAll(room.request, press, room.officer()))
                .isInstanceOf(OnlyCounselOverrides.class);
        assertThat(room.row(number).state().advice()).isPresent();
    }

    @Test
    void whoUndoesWhatAnotherDidDoesNotLetThePrivilegedGo() {
        answer(true);
        room.decide(number, RELEASE, Spread.THIS, room.counselReads());
        room.decide(number, ReviewRoom.withhold(ReviewRoom.PERSONNEL), Spread.THIS, room.counselReads());
        assertThatThrownBy(() -> undo(room.officer())).isInstanceOf(OnlyCounselOverrides.class);
        assertThat(room.decided()).containsExactly(Kind.WITHHOLD);
        undo(room.counselReads());
        assertThat(room.decided()).containsExactly(Kind.RELEASE);
    }

    @Test
    void onlyCounselTakesAwayOrChangesAFinalMarkOfThePrivileged() {
        answer(true);
        room.mark(number, "lawyers", ReviewRoom.PERSONNEL, room.counselReads());
        room.mark(number, "think", ReviewRoom.PERSONNEL, room.counselReads());
        room.decide(number, new ReviewDecision.Redact(), Spread.THIS, room.counselReads());
        assertThatThrownBy(() -> takeAway(1, room.officer()))
                .isInstanceOf(OnlyCounselOverrides.class)
                .hasMessageContaining("that is final");
        MarkForm elsewhere =
                new MarkForm(new MarkPlaces.MarkPlace("1", 0, 3), ReviewRoom.PERSONNEL, "", PlaceMark.Origin.SELECTED);
        assertThatThrownBy(() -> room.marks.change(
                        room.request, number, room.row(number).version(), 1, elsewhere, room.officer()))
                .isInstanceOf(OnlyCounselOverrides.class);
        assertThatThrownBy(() -> undo(room.officer())).isInstanceOf(OnlyCounselOverrides.class);
        room.mark(number, "so");
        takeAway(3, room.officer());
        assertThat(room.row(number).state().marks()).hasSize(2).noneMatch(PlaceMark::isDraft);
        takeAway(1, room.counselReads());
        assertThat(room.row(number).state().marks()).hasSize(1);
    }

    private void takeAway(int mark, Reader reader) {
        room.marks.remove(room.request, number, room.row(number).version(), mark, reader);
    }

    private void answer(boolean isPrivileged) {
        room.decisions.advise(
                room.request,
                number,
                room.row(number).version(),
                new CounselAnswer("Looked at.", isPrivileged),
                room.counselReads());
    }

    private void undo(Reader reader) {
        room.decisions.undo(room.request, number, room.row(number).version(), reader);
    }
}
