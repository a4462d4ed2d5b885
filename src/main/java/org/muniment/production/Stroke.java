package org.muniment.production;

import java.util.ArrayList;
import java.util.List;
import org.muniment.rendition.Piece;

/// This is one thing put on a page: characters of a font at a place, or a filled box. Pages are compared stroke by
/// stroke.
sealed interface Stroke {
    /// How far (points) a place may be from where it should be: what writing three decimals costs.
    double TOLERANCE = 0.002;

    boolean isLike(Stroke other);

    record Characters(String font, double size, double x, double baseline, String text, Ink ink) implements Stroke {
        @Override
        public boolean isLike(Stroke other) {
            return other instanceof Characters c
                    && font.equals(c.font)
                    && text.equals(c.text)
                    && ink == c.ink
                    && near(size, c.size)
                    && near(x, c.x)
                    && near(baseline, c.baseline);
        }
    }

    record Filled(double x, double bottom, double width, double height, Ink ink) implements Stroke {
        @Override
        public boolean isLike(Stroke other) {
            return other instanceof Filled f
                    && ink == f.ink
                    && near(x, f.x)
                    && near(bottom, f.bottom)
                    && near(width, f.width)
                    && near(height, f.height);
        }
    }

    enum Ink {
        BLACK,
        WHITE
    }

    /// All that may be on a sheet, in the order it is drawn.
    static List<Stroke> expectedOn(Sheet sheet) {
        List<Stroke> strokes = new ArrayList<>();
        for (var line : sheet.page().lines()) for (var piece : line.pieces()) add(strokes, piece, line.baseline());
        for (var artefact : sheet.artefacts()) add(strokes, artefact);
        return strokes;
    }

    private static void add(List<Stroke> strokes, Artefact artefact) {
        switch (artefact) {
            case Artefact.Words words -> {
                for (var text : words.texts()) strokes.add(characters(text, words.baseline(), Ink.BLACK));
            }
            case Artefact.Rule rule ->
                strokes.add(new Filled(rule.x(), rule.bottom(), rule.width(), rule.height(), Ink.BLACK));
        }
    }

    private static void add(List<Stroke> strokes, Piece piece, double baseline) {
        switch (piece) {
            case Piece.Text text -> strokes.add(characters(text, baseline, Ink.BLACK));
            case Piece.Box box -> {
                strokes.add(new Filled(box.x(), box.bottom(), box.width(), box.height(), Ink.BLACK));
                for (var text : box.label()) strokes.add(characters(text, baseline, Ink.WHITE));
            }
        }
    }

    private static Characters characters(Piece.Text text, double baseline, Ink ink) {
        return new Characters(EmbeddedFont.baseName(text.font()), text.size(), text.x(), baseline, text.glyphs(), ink);
    }

    private static boolean near(double a, double b) {
        return Math.abs(a - b) <= TOLERANCE;
    }
}
