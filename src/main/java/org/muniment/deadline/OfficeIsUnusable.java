package org.muniment.deadline;

/// Refusal: an office cannot be as it was described. The sentence says what to change.
public final class OfficeIsUnusable extends RuntimeException {
    OfficeIsUnusable(String sentence) {
        super(sentence);
    }
}
