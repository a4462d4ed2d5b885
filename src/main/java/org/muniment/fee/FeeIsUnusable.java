package org.muniment.fee;

/// Refusal: what was said about a fee cannot be meant. The sentence says what to correct.
public final class FeeIsUnusable extends RuntimeException {
    FeeIsUnusable(String sentence) {
        super(sentence);
    }
}
