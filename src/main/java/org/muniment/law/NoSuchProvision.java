package org.muniment.law;

/// Refusal: there is no such row, or none that says what was looked at.
public final class NoSuchProvision extends RuntimeException {
    NoSuchProvision(String asked) {
        super("There is no row \"" + asked
                + "\" that reads so. Open the page \"The law\" again and look at it as it is now.");
    }
}
