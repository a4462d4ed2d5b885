package org.muniment.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.request.RequestRoom;

class FeeLetterTest {
    private static final Map<String, String> HOW = Map.of("how", "Pay at the counter by check.");

    @TempDir
    Path folder;

    private LetterRoom room;

    @BeforeEach
    void open() throws Exception {
        room = new LetterRoom(folder);
    }

    @AfterEach
    void close() throws Exception {
        room.close();
    }

    @Test
    void theIssuedLetterSaysTheLatestEstimateLineByLine() throws Exception {
        room.estimate(false);
        room.estimate(true);
        var issued = room.issued(LetterKind.FEE_ESTIMATE, HOW);
        assertThat(room.read(room.letters.file(room.id(), issued.number()).bytes(), "letter-fee"))
                .contains("Pay at the counter by check.", "2,500", "71.50", "Estimated total", "$1,250.00")
                .containsIgnoringWhitespaces("Paper copies, 2,500 pages, at $0.50 for each page: $1,250.00.")
                .containsIgnoringWhitespaces("Search and retrieval, 1.50 hours: $0.00.")
                .containsIgnoringWhitespaces("Conn. Gen. Stat. § 1-212(a)(2)")
                .containsIgnoringWhitespaces("Payment before the work may be asked for")
                .doesNotContain("Not verified", "DRAFT", "[A");
    }

    @Test
    void theRowsOfTheFeeAreMarkedOnTheDraftAndNeedCounsel() throws Exception {
        room.estimate(true);
        LetterDraft draft = room.draft(LetterKind.FEE_ESTIMATE, HOW);
        assertThat(room.rows(draft)).contains("us-ct/fee/copies", "us-ct/fee/no-search", "us-ct/letter/prepayment");
        assertThat(room.read(
                        room.desk
                                .preview(room.id(), draft.id(), RequestRoom.OFFICER)
                                .bytes(),
                        "letter-fee-draft"))
                .containsIgnoringWhitespaces("[Not verified by counsel] Paper copies");
        assertThatThrownBy(() -> room.desk.issue(room.id(), draft.id(), room.rows(draft), RequestRoom.OFFICER))
                .isInstanceOf(LawfulWordsNeedCounsel.class)
                .hasMessageContaining("1-212(a)(2)");
    }

    @Test
    void withoutAnEstimateTheDraftSaysWhereToMakeOneAndIsNotIssued() throws Exception {
        LetterDraft draft = room.draft(LetterKind.FEE_ESTIMATE, HOW);
        assertThat(room.desk.text(room.id(), draft, RequestRoom.OFFICER).plain())
                .contains("make one on the Fees tab first");
        assertThatThrownBy(() -> room.desk.issue(room.id(), draft.id(), room.rows(draft), RequestRoom.COUNSEL))
                .isInstanceOf(LetterIsUnusable.class)
                .hasMessageContaining("make one on the Fees tab first");
    }

    @Test
    void prepaymentIsNotAskedForWhereTheLawDoesNotAllowIt() throws Exception {
        room.estimate(false);
        LetterDraft draft = room.draft(LetterKind.FEE_ESTIMATE, HOW);
        assertThat(room.desk.text(room.id(), draft, RequestRoom.OFFICER).plain())
                .contains("Estimated total: $0.00")
                .doesNotContain("prepayment", "Payment before the work");
    }
}
