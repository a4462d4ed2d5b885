package org.muniment.operator;

/// Mail was to be read without a purpose, or with one that names no kind and reference.
final class PurposeIsNeeded extends RuntimeException {
    PurposeIsNeeded() {
        super(
                "Say what you are reading for: --purpose \"KIND REFERENCE\", for example --purpose \"MATTER 2026-CV-104\"."
                        + " The reference has 1 to 200 characters; the kinds are " + StatedPurpose.kinds() + ".");
    }
}
