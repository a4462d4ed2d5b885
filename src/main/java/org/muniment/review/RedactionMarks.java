package org.muniment.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// This is a file of redaction marks, read and checked. docs/redaction-marks.md describes the format.
public final class RedactionMarks {
    private static final long FILE_BYTES_MAX = 64L << 20;

    private final List<Mark> marks;

    private RedactionMarks(List<Mark> marks) {
        this.marks = List.copyOf(marks);
    }

    /// Throws [MarksAreMalformed] unless every mark in the file is exactly understood.
    public static RedactionMarks read(Path file) throws IOException {
        if (Files.size(file) > FILE_BYTES_MAX)
            throw new MarksAreMalformed(0, "is larger than " + FILE_BYTES_MAX + " bytes.", "Use patterns.");
        return of(Files.readAllBytes(file));
    }

    /// No marks: everything is shown.
    public static RedactionMarks none() {
        return new RedactionMarks(List.of());
    }

    /// The same marks, each stating in its box how much it withholds, in coarse classes; for law that wants it.
    public RedactionMarks statingAmounts() {
        return new RedactionMarks(marks.stream().map(Mark::statingAmount).toList());
    }

    /// The marks of a review.
    static RedactionMarks of(List<Mark> marks) {
        return new RedactionMarks(marks);
    }

    static RedactionMarks of(byte[] json) {
        return new RedactionMarks(MarksReader.read(json));
    }

    /// Begins the review of one release.
    public Redaction begin() {
        return new Redaction(marks);
    }
}
