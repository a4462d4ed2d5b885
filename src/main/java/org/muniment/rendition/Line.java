package org.muniment.rendition;

import java.util.List;
import java.util.stream.Stream;

/// This is one line of one block, its pieces placed from left to right on one baseline.
///
/// `text` is what the line says in logical (reading) order, as in the passage it came from: a [Box] is in it by its
/// [Box#text()]. White space at a line's end is not kept, nor drawn. [#drawnText()] is the same line in drawing
/// order: right-to-left stretches reversed, brackets in them mirrored, Arabic letters as presentation forms (NFKC
/// undoes that). The two are equal on a line of only left-to-right text.
/// `baseline` is in points from the page's lower edge.
public record Line(Block block, double baseline, String text, List<Piece> pieces) {
    public Line {
        pieces = List.copyOf(pieces);
        if (pieces.isEmpty()) throw new IllegalArgumentException("a line shows something");
    }

    /// The code points drawn, left to right.
    public String drawnText() {
        StringBuilder drawn = new StringBuilder();
        texts().forEach(text -> drawn.append(text.glyphs()));
        return drawn.toString();
    }

    /// All text to be drawn, the boxes' labels included, left to right.
    public Stream<Piece.Text> texts() {
        return pieces.stream().flatMap(Piece::texts);
    }

    public Stream<Piece.Box> boxes() {
        return pieces.stream().filter(Piece.Box.class::isInstance).map(Piece.Box.class::cast);
    }
}
