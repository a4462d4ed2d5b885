package org.muniment.review;

import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// Which items of a review are wanted.
///
/// @param words stand in the subject, the sender or the file's name; empty for all
/// @param assignee whose items; empty for everybody's
/// @param seesKeptBack whether words are looked for in what counsel keeps back: what is hidden
/// answers no question
record ItemFilter(Which which, String words, Optional<Long> assignee, boolean seesKeptBack) {
    private static final int WORDS_LENGTH_MAX = 200;

    /// The filters of the list.
    enum Which {
        ALL("TRUE"),
        UNDECIDED("item.decision = 'UNDECIDED'"),
        DECIDED("item.decision NOT IN ('UNDECIDED', 'REFERRED')"),
        NOT_RESPONSIVE("item.decision = 'NOT_RESPONSIVE'"),
        RELEASE("item.decision = 'RELEASE'"),
        REDACT("item.decision = 'REDACT'"),
        WITHHOLD("item.decision = 'WITHHOLD'"),
        DRAFTS("item.drafts > 0"),
        WITH_COUNSEL(ReviewCounts.FOR_COUNSEL),
        KEPT_BACK("item.kept_back"),
        FILES("item.file IS NOT NULL");

        private final String condition;

        Which(String condition) {
            this.condition = condition;
        }
    }

    static final ItemFilter ALL = new ItemFilter(Which.ALL, "", Optional.empty(), true);

    ItemFilter {
        if (words.length() > WORDS_LENGTH_MAX)
            throw new ReviewIsMalformed("Look for at most %d characters.".formatted(WORDS_LENGTH_MAX));
    }

    static ItemFilter of(Which which) {
        return new ItemFilter(which, "", Optional.empty(), true);
    }

    /// For a `WHERE` over `review_item item`.
    String condition() {
        return which.condition
                + (assignee.isPresent() ? " AND item.assignee = :assignee" : "")
                + (words.isBlank() ? "" : " AND (" + saysWords() + ")");
    }

    private String saysWords() {
        String here = """
                LOCATE(:words, LOWER(item.subject)) > 0 OR LOCATE(:words, LOWER(item.sender)) > 0""";
        return seesKeptBack ? here : "NOT item.kept_back AND (" + here + ")";
    }

    StatementSpec bind(StatementSpec statement) {
        StatementSpec bound = statement;
        if (assignee.isPresent()) bound = bound.param("assignee", assignee.get());
        if (!words.isBlank()) bound = bound.param("words", words.strip().toLowerCase(Locale.ROOT));
        return bound;
    }
}
