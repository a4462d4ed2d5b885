package org.muniment.inspection;

/// Why a file cannot be inspected at all. The worker names it; the sentence is said outside the sandbox.
enum Unreadable {
    NOT_A_PDF("It is not a PDF: it does not begin as one."),
    BROKEN("It is too damaged to be read as a PDF."),
    LOCKED("It opens with a password only. Ask for a copy without one."),
    WITHOUT_PAGES("It has no pages that can be read.");

    private final String sentence;

    Unreadable(String sentence) {
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }

    /// Ends the reading of a file.
    static final class Refused extends Exception {
        private final Unreadable why;

        Refused(Unreadable why) {
            super(why.sentence);
            this.why = why;
        }

        Unreadable why() {
            return why;
        }
    }
}
