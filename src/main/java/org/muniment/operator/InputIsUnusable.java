package org.muniment.operator;

/// Refusal: what was typed cannot be meant. The sentence names it and says how it is written.
final class InputIsUnusable extends RuntimeException {
    InputIsUnusable(String sentence) {
        super(sentence);
    }
}
