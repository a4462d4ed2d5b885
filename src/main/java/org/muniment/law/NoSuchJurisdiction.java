package org.muniment.law;

/// Refusal: this program has no law of that name.
public final class NoSuchJurisdiction extends RuntimeException {
    NoSuchJurisdiction(String asked) {
        super("There is no jurisdiction \"" + asked
                + "\" here. Choose one that the page \"The law\" lists, such as us-ct.");
    }
}
