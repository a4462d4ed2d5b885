package org.muniment.search;

import java.time.LocalDate;
import java.util.List;

/// These are all results of a search by when they count as sent, by where they came from, and how many have
/// attachments. The bars are in order, without empty ones, and their sum is the total.
///
/// @param sources the most frequent, at most 20; a message captured from two sources counts for both
public record Overview(Unit unit, List<Bar> bars, List<SourceCount> sources, long withAttachment) {
    /// How long a bar is.
    public enum Unit {
        YEAR,
        MONTH,
        DAY
    }

    /// The messages of some days, both included.
    public record Bar(LocalDate first, LocalDate last, long messages) {}

    public record SourceCount(String source, long messages) {}

    public Overview {
        bars = List.copyOf(bars);
        sources = List.copyOf(sources);
    }
}
