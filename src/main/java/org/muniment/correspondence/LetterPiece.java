package org.muniment.correspondence;

import java.util.List;
import java.util.Optional;
import org.muniment.law.Standing;

/// This is a piece of a letter, filled in.
///
/// @param words what it says; of facts, nothing
/// @param cited the row of law it rests on
/// @param free what the officer writes here, if it is theirs to write
record LetterPiece(Form form, String words, List<FactLine> facts, Optional<CitedRow> cited, Optional<FreeText> free) {
    LetterPiece {
        facts = List.copyOf(facts);
    }

    enum Form {
        PARAGRAPH,
        QUOTE,
        LAW,
        GROUND,
        FACTS,
        FREE,
        /// What the letter lacks, and where to make it; it cannot be issued so.
        MISSING
    }

    record FactLine(String name, String value) {}

    /// @param standing how far the city may rely on it; anything but verified needs counsel
    record CitedRow(String id, String citation, Standing standing) {
        boolean isVerified() {
            return standing.mayBePrinted();
        }
    }

    record FreeText(String id, String label, String hint, boolean isRequired) {}

    static LetterPiece paragraph(String words) {
        return new LetterPiece(Form.PARAGRAPH, words, List.of(), Optional.empty(), Optional.empty());
    }

    static LetterPiece quote(String words) {
        return new LetterPiece(Form.QUOTE, words, List.of(), Optional.empty(), Optional.empty());
    }

    static LetterPiece cited(Form form, String words, CitedRow row) {
        return new LetterPiece(form, words, List.of(), Optional.of(row), Optional.empty());
    }

    /// One of a list.
    static LetterPiece item(String words) {
        return new LetterPiece(Form.GROUND, words, List.of(), Optional.empty(), Optional.empty());
    }

    static LetterPiece missing(String what) {
        return new LetterPiece(Form.MISSING, what, List.of(), Optional.empty(), Optional.empty());
    }

    static LetterPiece facts(List<FactLine> facts) {
        return new LetterPiece(Form.FACTS, "", facts, Optional.empty(), Optional.empty());
    }

    static LetterPiece free(TemplatePart.Free part, String words) {
        return new LetterPiece(
                Form.FREE,
                words,
                List.of(),
                Optional.empty(),
                Optional.of(new FreeText(part.id(), part.label(), part.hint(), part.isRequired())));
    }
}
