package org.muniment.review;

import java.io.IOException;
import java.nio.file.Path;

/// This is a file of redaction marks, read and checked.
public final class RedactionMarks {
    private RedactionMarks() {}

    /// Reads a JSON list of marks; see docs/redaction-marks.md for the format.
    public static RedactionMarks read(Path file) throws IOException {
        throw new IllegalStateException("not yet " + file);
    }

    /// No marks: everything is shown.
    public static RedactionMarks none() {
        return new RedactionMarks();
    }

    /// Begins the review of one release.
    public Redaction begin() {
        return new Redaction();
    }
}
