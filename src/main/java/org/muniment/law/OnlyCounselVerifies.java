package org.muniment.law;

/// Refusal: whether a row says what the law says is for counsel.
public final class OnlyCounselVerifies extends RuntimeException {
    OnlyCounselVerifies() {
        super("Only Corporation Counsel verifies the law. Ask counsel to look at the row on the page \"The law\".");
    }
}
