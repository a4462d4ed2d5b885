package org.muniment.reading;

/// Somebody wants to take a list away without saying why.
final class ReasonIsMissing extends RuntimeException {
    ReasonIsMissing() {
        super("Give a reason in 1 to 500 characters: it is written down with the export.");
    }
}
