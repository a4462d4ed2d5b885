package org.muniment.law;

/// Refusal: the words to be kept with an act are missing or too long.
public final class StatementIsUnusable extends RuntimeException {
    StatementIsUnusable(String sentence) {
        super(sentence);
    }
}
