package org.muniment.review;

import java.util.List;
import org.muniment.archive.AccessionNumber;

/// This is a place that still shows, `times` times, text which these marks (entry numbers in the file, from 1) withheld
/// elsewhere. For the officer; it does not say the text.
public record LeftElsewhere(AccessionNumber accession, String part, int times, List<Integer> marks) {
    public LeftElsewhere {
        marks = List.copyOf(marks);
    }
}
