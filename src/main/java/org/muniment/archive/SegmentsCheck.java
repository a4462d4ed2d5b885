package org.muniment.archive;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Checks the segments of a store one after the other, and gives the text of each entry to the check of the log.
final class SegmentsCheck {
    private final PublicStore store;
    private final List<KeyTable.Row> begun;
    private final long size;
    private final BodyCheck bodies;
    private final Findings findings;
    private final SegmentOrigins origins;

    /// @param rows all segments, in order
    /// @param size how many records there are in all
    SegmentsCheck(PublicStore store, List<KeyTable.Row> rows, long size, BodyCheck bodies, Findings findings) {
        this.store = store;
        this.begun = begun(store, rows, size);
        this.size = size;
        this.bodies = bodies;
        this.findings = findings;
        this.origins = new SegmentOrigins(store.layout(), store.origin());
    }

    void run(LogFeed log) {
        run(log, Optional.of(SegmentHeader.Ending.NONE), ending -> {});
    }

    /// Takes note of each segment that was read to its end, but for the last, which may grow.
    interface Milestones {
        void passed(SegmentHeader.Ending ending);
    }

    /// @param after how the last segment ends that was read before
    void run(LogFeed log, Optional<SegmentHeader.Ending> after, Milestones milestones) {
        Optional<SegmentHeader.Ending> previous = after;
        long readBefore = after.map(SegmentHeader.Ending::segmentId).orElse(SegmentHeader.NO_SEGMENT);
        for (int i = 0; i < begun.size(); i++) {
            if (begun.get(i).segmentId() <= readBefore) continue;
            previous = check(i, previous, log);
            if (i + 1 < begun.size()) previous.ifPresent(milestones::passed);
        }
        findings.of(log::end);
    }

    /// Whether the segment after this one begins with this number.
    boolean isBoundary(long segmentId, long position) {
        for (int i = 0; i + 1 < begun.size(); i++)
            if (begun.get(i).segmentId() == segmentId) return begun.get(i + 1).firstAccession() == position;
        return false;
    }

    private Optional<SegmentHeader.Ending> check(int place, Optional<SegmentHeader.Ending> previous, LogFeed log) {
        KeyTable.Row row = begun.get(place);
        Optional<KeyTable.Row> following =
                place + 1 < begun.size() ? Optional.of(begun.get(place + 1)) : Optional.empty();
        long records = following.map(KeyTable.Row::firstAccession).orElse(size) - row.firstAccession();
        return new SegmentCheck(store, row, origins.of(row, begun), bodies, log, findings::add)
                .check(previous, records, following.flatMap(it -> header(store, it)));
    }

    /// Leaves out what could not be made: it has a row, perhaps a file, but no record, and no later segment names it.
    static List<KeyTable.Row> begun(PublicStore store, List<KeyTable.Row> rows, long size) {
        List<KeyTable.Row> begun = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            List<KeyTable.Row> later = rows.subList(i + 1, rows.size());
            long end = later.isEmpty() ? size : later.getFirst().firstAccession();
            boolean hasRecords = end > rows.get(i).firstAccession();
            if (hasRecords || isNamed(store, rows.get(i), later)) begun.add(rows.get(i));
        }
        return begun;
    }

    private static boolean isNamed(PublicStore store, KeyTable.Row row, List<KeyTable.Row> later) {
        return later.stream()
                .flatMap(other -> header(store, other).stream())
                .anyMatch(header -> header.previous().segmentId() == row.segmentId());
    }

    private static Optional<SegmentHeader> header(PublicStore store, KeyTable.Row row) {
        try {
            return Optional.of(Recovery.header(store.segment(row)));
        } catch (IOException foundWhenThatSegmentIsChecked) {
            return Optional.empty();
        }
    }
}
