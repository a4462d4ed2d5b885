package org.muniment.inspection;

/// This is the refusal to call a file clean that could not be read.
public final class PdfCannotBeInspected extends RuntimeException {
    PdfCannotBeInspected(String sentence) {
        super(sentence);
    }
}
