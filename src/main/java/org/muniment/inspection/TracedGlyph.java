package org.muniment.inspection;

import java.awt.geom.Rectangle2D;

/// One character as the page draws it.
///
/// @param text what it says; U+FFFD if the file does not tell
/// @param ink where its ink would be, in page coordinates
/// @param baseline its baseline, and where the next character begins: to tell words and lines apart
/// @param painted how many shapes and pictures were painted before it
record TracedGlyph(String text, Rectangle2D ink, Place baseline, int painted, Drawn drawn) {
    static final String UNKNOWN = "\uFFFD";

    record Place(double x, double y, double endX, double endY, double size) {}

    /// How it was drawn, as far as that can be told at the moment of drawing.
    enum Drawn {
        VISIBLY,
        ON_A_HIDDEN_LAYER,
        OUTSIDE_THE_PAGE,
        CLIPPED_AWAY,
        INVISIBLY,
        IN_THE_COLOUR_BEHIND
    }

    boolean isBlank() {
        return text.isBlank();
    }
}
