package org.muniment.rendition;

import java.util.ArrayList;
import java.util.List;
import org.muniment.rendition.FontShelf.Weight;
import org.muniment.rendition.VisualOrder.Direction;

/// Sets strips in type: measures them, breaks them into lines, places the pieces of a line.
final class Typesetter {
    private static final double BOX_WIDTH_MIN = 96;
    private static final double BOX_WIDTH_MAX = 330;
    private static final double BOX_PADDING = 6;
    private static final double BOX_HEIGHT = 13;
    private static final double BOX_DROP = 3;

    private final FontShelf fonts;
    private final VisualOrder order;

    Typesetter(FontShelf fonts) {
        this.fonts = fonts;
        this.order = new VisualOrder(this::isDrawable);
    }

    boolean isDrawable(int codePoint) {
        return fonts.glyph(codePoint, Weight.REGULAR).isPresent();
    }

    List<Strip> lines(Strip strip, TypeStyle style, double width) {
        return new LineBreaker(strip, advances(strip, style), width).lines();
    }

    /// The line's pieces between `left` and `right`, at the side where its paragraph's direction begins.
    List<Piece> set(Strip line, TypeStyle style, Direction paragraph, double left, double right, double baseline) {
        List<Piece> pieces = new ArrayList<>();
        List<Integer> items = order.of(line.text(), paragraph);
        double x = paragraph == Direction.LEFT_TO_RIGHT ? left : right - width(items, line.exemptions(), style);
        int start = 0;
        for (int at = 0; at <= items.size(); at++) {
            if (at < items.size() && items.get(at) >= 0) continue;
            x = setText(items.subList(start, at), style, x, pieces);
            start = at + 1;
            if (at == items.size()) continue;
            Piece.Box box = box(line.exemptions().get(-1 - items.get(at)), x, baseline);
            pieces.add(box);
            x += box.width();
        }
        return pieces;
    }

    private double[] advances(Strip strip, TypeStyle style) {
        double[] advances = new double[strip.text().length()];
        List<Glyph> glyphs = glyphs(
                strip.text()
                        .codePoints()
                        .map(codePoint -> codePoint == Strip.BOX ? ' ' : codePoint)
                        .boxed()
                        .toList(),
                style.weight());
        int at = 0;
        int box = 0;
        for (Glyph glyph : glyphs) {
            boolean isBox = strip.text().charAt(at) == Strip.BOX;
            advances[at] = isBox ? boxWidth(strip.exemptions().get(box++)) : glyph.advance() * style.size();
            at += Character.charCount(glyph.codePoint());
        }
        return advances;
    }

    private double width(List<Integer> items, List<String> exemptions, TypeStyle style) {
        List<Integer> text = items.stream().filter(item -> item >= 0).toList();
        return textWidth(text, style)
                + exemptions.stream().mapToDouble(this::boxWidth).sum();
    }

    private double textWidth(List<Integer> codePoints, TypeStyle style) {
        double width = 0;
        for (Glyph glyph : glyphs(codePoints, style.weight())) width += glyph.advance() * style.size();
        return width;
    }

    /// A combining mark is taken from its base's font if that has it.
    private List<Glyph> glyphs(List<Integer> codePoints, Weight weight) {
        List<Glyph> glyphs = new ArrayList<>(codePoints.size());
        for (int codePoint : codePoints) {
            boolean joinsBase = !glyphs.isEmpty() && VisualOrder.isMark(codePoint);
            glyphs.add((joinsBase
                            ? fonts.glyph(codePoint, weight, glyphs.getLast().face())
                            : fonts.glyph(codePoint, weight))
                    .orElseThrow(() -> new IllegalStateException("no font has " + Integer.toHexString(codePoint))));
        }
        return glyphs;
    }

    /// Adds a piece for each stretch of one font. Returns where the next piece begins.
    private double setText(List<Integer> codePoints, TypeStyle style, double start, List<? super Piece.Text> pieces) {
        double x = start;
        List<Glyph> glyphs = glyphs(codePoints, style.weight());
        for (int from = 0; from < glyphs.size(); ) {
            FontFace face = glyphs.get(from).face();
            StringBuilder text = new StringBuilder();
            double width = 0;
            int to = from;
            for (; to < glyphs.size() && glyphs.get(to).face().equals(face); to++) {
                text.appendCodePoint(glyphs.get(to).codePoint());
                width += glyphs.get(to).advance() * style.size();
            }
            pieces.add(new Piece.Text(face, style.size(), x, width, text.toString()));
            x += width;
            from = to;
        }
        return x;
    }

    private Piece.Box box(String exemption, double x, double baseline) {
        double width = boxWidth(exemption);
        Label label = label(exemption);
        List<Piece.Text> pieces = new ArrayList<>();
        setText(label.items(), label.style(), x + (width - label.width()) / 2, pieces);
        return new Piece.Box(exemption, x, width, baseline - BOX_DROP, BOX_HEIGHT, pieces);
    }

    /// Of what the box says alone, never of what was withheld.
    private double boxWidth(String exemption) {
        return Math.max(BOX_WIDTH_MIN, label(exemption).width() + 2 * BOX_PADDING);
    }

    private Label label(String exemption) {
        StringBuilder drawable = new StringBuilder();
        exemption
                .codePoints()
                .forEach(codePoint -> drawable.append(
                        isDrawable(codePoint) ? Character.toString(codePoint) : DisplayableText.notation(codePoint)));
        String text = drawable.toString();
        List<Integer> items = order.of(text, VisualOrder.directionOf(text));
        double natural = textWidth(items, TypeStyle.BOX);
        double factor = Math.min(1, (BOX_WIDTH_MAX - 2 * BOX_PADDING) / natural);
        return new Label(items, TypeStyle.BOX.scaled(factor), natural * factor);
    }

    private record Label(List<Integer> items, TypeStyle style, double width) {}
}
