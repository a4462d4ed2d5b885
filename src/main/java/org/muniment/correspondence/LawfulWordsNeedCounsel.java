package org.muniment.correspondence;

import java.util.List;
import java.util.stream.Collectors;
import org.muniment.correspondence.LetterPiece.CitedRow;
import org.muniment.request.RequestRefused;
import org.springframework.http.HttpStatus;

/// A letter says what the law says, and nobody of the city has compared that with the law yet.
final class LawfulWordsNeedCounsel extends RequestRefused {
    LawfulWordsNeedCounsel(List<CitedRow> rows) {
        super(
                HttpStatus.CONFLICT,
                "lawful-words-need-counsel",
                "Counsel has to confirm the words of the law",
                "Counsel has not yet compared with the law what this letter takes from "
                        + rows.stream().map(CitedRow::citation).distinct().collect(Collectors.joining("; "))
                        + ". Ask counsel to open this draft and confirm it, or to verify the rows on the page of the"
                        + " law.");
    }
}
