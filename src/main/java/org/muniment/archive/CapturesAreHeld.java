package org.muniment.archive;

/// Refusal: some of what was to be destroyed must be kept. None of it was destroyed.
public final class CapturesAreHeld extends RuntimeException {
    private final transient AccessionRanges held;

    CapturesAreHeld(AccessionRanges held) {
        super("Nothing is destroyed: " + held.count() + " of these captures must be kept. Leave them out, or wait until"
                + " nothing keeps them any more.");
        this.held = held;
    }

    /// What must be kept.
    public AccessionRanges held() {
        return held;
    }
}
