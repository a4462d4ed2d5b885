package org.muniment.production;

/// This is an objection to a PDF: something is in it, or not in it, that our own file would not have. The text never
/// repeats what was found.
final class PdfIsUnexpected extends Exception {
    PdfIsUnexpected(String what) {
        super(what);
    }
}
