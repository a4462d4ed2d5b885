package org.muniment.correspondence;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.correspondence.LetterPiece.CitedRow;

/// This is a whole letter, filled in: what is previewed, printed and mailed.
///
/// @param addressee name and address, a line each
/// @param reference what the letter is about, such as the request's label
/// @param signer the name, and the lines below it
record LetterText(
        LetterKind kind,
        LocalDate on,
        String addressee,
        String reference,
        String title,
        String salutation,
        List<LetterPiece> pieces,
        List<String> signer) {
    LetterText {
        pieces = List.copyOf(pieces);
        signer = List.copyOf(signer);
    }

    /// Rows that nobody of the city has verified; counsel has to, before the letter is issued.
    List<CitedRow> unverified() {
        return pieces.stream()
                .flatMap(piece -> piece.cited().stream())
                .filter(row -> !row.isVerified())
                .distinct()
                .toList();
    }

    /// What the officer has still to write, by its label, or to make elsewhere.
    List<String> missing() {
        return pieces.stream().flatMap(LetterText::missing).toList();
    }

    private static Stream<String> missing(LetterPiece piece) {
        if (piece.form() == LetterPiece.Form.MISSING) return Stream.of(piece.words());
        return piece.free().stream()
                .filter(free -> free.isRequired() && piece.words().isBlank())
                .map(LetterPiece.FreeText::label);
    }

    /// For a message: the same words without the letterhead.
    String plain() {
        String body = pieces.stream()
                .map(LetterText::plain)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n"));
        return title + "\n" + reference + "\n\n" + salutation + "\n\n" + body + "\n\n" + String.join("\n", signer)
                + "\n";
    }

    private static String plain(LetterPiece piece) {
        return switch (piece.form()) {
            case QUOTE -> piece.words().lines().map(line -> "> " + line).collect(Collectors.joining("\n"));
            case GROUND -> "- " + piece.words();
            case FACTS ->
                piece.facts().stream()
                        .map(fact -> fact.name() + ": " + fact.value())
                        .collect(Collectors.joining("\n"));
            case MISSING -> "[" + piece.words() + "]";
            case PARAGRAPH, LAW, FREE -> piece.words().strip();
        };
    }
}
