package org.muniment.correspondence;

import java.util.ArrayList;
import java.util.List;
import org.muniment.correspondence.LetterPiece.Form;
import org.muniment.production.Letterhead;
import org.muniment.production.Paper;
import org.muniment.production.PaperPart;
import org.muniment.production.PaperPart.Fact;
import org.muniment.production.PaperPart.Facts;
import org.muniment.production.PaperPart.Items;
import org.muniment.production.PaperPart.Paragraph;
import org.muniment.production.PaperPart.Signature;
import org.muniment.production.PaperPart.Title;

/// This sets a letter as pages.
final class LetterPaper {
    private static final String NOT_VERIFIED = "[Not verified by counsel] ";

    private final LetterText text;
    private final List<PaperPart> parts = new ArrayList<>();
    private final List<String> grounds = new ArrayList<>();

    private LetterPaper(LetterText text) {
        this.text = text;
    }

    static Paper of(LetterText text, String label, Letterhead head) {
        LetterPaper paper = new LetterPaper(text);
        paper.write(label);
        return new Paper(label, head, paper.parts);
    }

    private void write(String label) {
        parts.add(new Paragraph(LetterValues.day(text.on())));
        if (!text.addressee().isBlank()) parts.add(new Paragraph(text.addressee()));
        parts.add(new Title(text.title()));
        parts.add(new Paragraph(label));
        parts.add(new Paragraph(text.salutation()));
        for (LetterPiece piece : text.pieces()) {
            if (piece.form() != Form.GROUND) endGrounds();
            piece(piece);
        }
        endGrounds();
        parts.add(new Signature(text.signer()));
    }

    private void piece(LetterPiece piece) {
        String mark = piece.cited().filter(row -> !row.isVerified()).isPresent() ? NOT_VERIFIED : "";
        switch (piece.form()) {
            case PARAGRAPH -> parts.add(new Paragraph(piece.words()));
            case MISSING -> parts.add(new Paragraph("[" + piece.words() + "]"));
            case QUOTE -> parts.add(new Paragraph("“" + piece.words().strip() + "”"));
            case LAW ->
                parts.add(new Paragraph(
                        mark + piece.words(),
                        piece.cited().map(row -> List.of(row.citation())).orElse(List.of())));
            case GROUND -> grounds.add(mark + piece.words());
            case FACTS ->
                parts.add(new Facts(piece.facts().stream()
                        .map(fact -> new Fact(fact.name(), fact.value()))
                        .toList()));
            case FREE ->
                piece.words().strip().transform(words -> List.of(words.split("\\R\\s*\\R"))).stream()
                        .filter(words -> !words.isBlank())
                        .forEach(words -> parts.add(new Paragraph(words)));
        }
    }

    private void endGrounds() {
        if (!grounds.isEmpty()) parts.add(new Items(List.copyOf(grounds)));
        grounds.clear();
    }
}
