package org.muniment.integrity;

/// Refusal: there is no check of that level to start here.
final class NoSuchLevel extends RuntimeException {
    NoSuchLevel() {
        super("A check is quick, scrub or full. Choose one of these.");
    }
}
