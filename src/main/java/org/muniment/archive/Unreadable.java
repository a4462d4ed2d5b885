package org.muniment.archive;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The records of one segment that cannot be read, as a person wants to know it: which, and that the others can.
final class Unreadable {
    private static final int RANGES_SHOWN_MAX = 100;

    private final Path file;
    private final List<Range> ranges = new ArrayList<>();

    private record Range(long first, long last) {
        @Override
        public String toString() {
            return first == last ? Long.toString(first) : first + " to " + last;
        }
    }

    Unreadable(Path file) {
        this.file = file;
    }

    /// Adds a number, none twice and each greater than the one before.
    void add(long accession) {
        if (!ranges.isEmpty() && ranges.getLast().last == accession - 1)
            ranges.addLast(new Range(ranges.removeLast().first, accession));
        else ranges.add(new Range(accession, accession));
    }

    boolean isEmpty() {
        return ranges.isEmpty();
    }

    /// @param records how many records the segment has
    Optional<String> sentence(long records) {
        if (isEmpty()) return Optional.empty();
        long lost =
                ranges.stream().mapToLong(range -> range.last - range.first + 1).sum();
        String rest = lost == records ? "none of its records can." : "the other " + (records - lost) + " records can.";
        return Optional.of(file + ": accession " + list() + " cannot be read; " + rest);
    }

    private String list() {
        String shown = String.join(
                ", ",
                ranges.stream().limit(RANGES_SHOWN_MAX).map(Range::toString).toList());
        int more = ranges.size() - RANGES_SHOWN_MAX;
        return more <= 0 ? shown : shown + " and " + more + " ranges more";
    }
}
