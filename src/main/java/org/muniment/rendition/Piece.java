package org.muniment.rendition;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// This is something drawn on a line: text in one font, or the box that stands for what was withheld. `x` and `width`
/// are in points, `x` from the page's left edge.
public sealed interface Piece {
    double x();

    double width();

    Stream<Text> texts();

    /// Text in one font and size (points). `glyphs` has its code points in drawing order, left to right; the font's
    /// character map has a glyph for each, and each is to be drawn as that glyph alone, at its own advance, without
    /// kerning, ligatures or other substitution: `width` is the sum of these advances.
    record Text(FontFace font, double size, double x, double width, String glyphs) implements Piece {
        public Text {
            if (glyphs.isEmpty()) throw new IllegalArgumentException("text shows something");
        }

        @Override
        public Stream<Text> texts() {
            return Stream.of(this);
        }
    }

    /// A filled box, `bottom` and `height` in points (`bottom` from the page's lower edge), as wide for a letter as
    /// for a page of text: its width depends on what it says alone. `label` is drawn in it, in a colour one can
    /// read on it.
    record Box(String exemption, double x, double width, double bottom, double height, List<Text> label)
            implements Piece {
        public Box {
            label = List.copyOf(label);
        }

        @Override
        public Stream<Text> texts() {
            return label.stream();
        }

        /// What is drawn in the box, in logical order: the exemption, and the amount where it is stated.
        public String text() {
            return exemption;
        }

        /// What a screen reader says for it (PDF: the alternate text of a Span or Figure).
        public String spoken() {
            return "Redacted: " + exemption;
        }

        /// What is drawn in it, left to right.
        public String drawnText() {
            return label.stream().map(Text::glyphs).collect(Collectors.joining());
        }
    }
}
