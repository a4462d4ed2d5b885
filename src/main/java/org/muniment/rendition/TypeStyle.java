package org.muniment.rendition;

import org.muniment.rendition.FontShelf.Weight;

/// Size and distance between baselines, in points, and weight.
record TypeStyle(double size, double leading, Weight weight) {
    static final TypeStyle MESSAGE_HEADING = new TypeStyle(15, 24, Weight.BOLD);
    static final TypeStyle ATTACHMENT_HEADING = new TypeStyle(12, 20, Weight.BOLD);
    static final TypeStyle FIELD_NAME = new TypeStyle(10, 14.5, Weight.BOLD);
    static final TypeStyle TEXT = new TypeStyle(10, 14.5, Weight.REGULAR);
    static final TypeStyle BOX = new TypeStyle(8, 14.5, Weight.REGULAR);

    TypeStyle scaled(double factor) {
        return new TypeStyle(size * factor, leading, weight);
    }
}
