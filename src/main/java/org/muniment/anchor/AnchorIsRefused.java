package org.muniment.anchor;

/// What was given as an outside anchor is not one. The sentence says why.
public final class AnchorIsRefused extends RuntimeException {
    AnchorIsRefused(String sentence) {
        super(sentence);
    }
}
