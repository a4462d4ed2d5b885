package org.muniment.anchor;

/// This machine's clock and an outside time stamp are too far apart, so nothing may be destroyed.
public final class ClocksDisagree extends RuntimeException {
    ClocksDisagree(String sentence) {
        super("Nothing is destroyed while clocks disagree by more than 24 hours. " + sentence
                + " Find out which is wrong, and run `muniment anchor`.");
    }
}
