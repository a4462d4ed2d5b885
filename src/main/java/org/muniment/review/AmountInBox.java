package org.muniment.review;

/// Whether a box says how much it withholds. Some law wants the amount at the place of deletion.
enum AmountInBox {
    NOT_STATED,
    STATED
}
