package org.muniment.archive;

/// What must be kept changed while it was looked at: it is looked at again.
final class HoldsMoved extends RuntimeException {
    HoldsMoved() {
        super("What must be kept changes all the time, so nothing is destroyed now. Try again later.");
    }
}
