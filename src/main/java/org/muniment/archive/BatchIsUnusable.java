package org.muniment.archive;

/// Refusal: what was named cannot be destroyed as one batch. None of it was destroyed.
public final class BatchIsUnusable extends RuntimeException {
    BatchIsUnusable(String why) {
        super("Nothing is destroyed: " + why + ".");
    }
}
