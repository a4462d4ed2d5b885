package org.muniment.review;

/// Refusal: the marks file cannot be applied exactly as written, so nothing is released.
public final class MarksAreMalformed extends RuntimeException {
    private final int entry;

    /// `entry` counts the file's marks from 1; 0 means the file as a whole.
    MarksAreMalformed(int entry, String reason, String hint) {
        super((entry == 0 ? "The marks file" : "Mark " + entry) + " " + reason + " " + hint);
        this.entry = entry;
    }

    public int entry() {
        return entry;
    }
}
