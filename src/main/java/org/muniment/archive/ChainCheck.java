package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Checks that each segment names the one before it as that one ends, and that each file is as long as the next one
/// says. Reads a few hundred bytes of a segment, whatever its size.
final class ChainCheck {
    /// Of older segments only presence and least size are looked at: with these, a check takes seconds at any size.
    private static final int CHAINED_MAX = 10_000;

    private final PublicStore store;
    private final List<KeyTable.Row> rows;
    private final long size;
    private final Findings findings;

    /// @param size how many records there are in all
    ChainCheck(PublicStore store, List<KeyTable.Row> rows, long size, Findings findings) {
        this.store = store;
        this.rows = rows;
        this.size = size;
        this.findings = findings;
    }

    void run() {
        int chainedFrom = Math.max(0, rows.size() - CHAINED_MAX);
        for (KeyTable.Row row : rows.subList(0, chainedFrom)) findings.of(() -> checkPresence(row));
        Optional<SegmentHeader> next = Optional.empty();
        for (int i = rows.size() - 1; i >= chainedFrom; i--) next = check(i, next);
    }

    private void checkPresence(KeyTable.Row row) throws IOException {
        Path file = store.segment(row);
        if (Files.size(file) <= SegmentHeader.SIZE_BYTES) findings.add(file + " is too short");
    }

    /// Returns the header of the segment; empty if it has none that can be believed.
    private Optional<SegmentHeader> check(int place, Optional<SegmentHeader> next) {
        KeyTable.Row row = rows.get(place);
        boolean isLast = place + 1 == rows.size();
        Path file = store.segment(row);
        try {
            SegmentHeader header = Recovery.header(file);
            if (header.segmentId() != row.segmentId() || header.firstAccession() != row.firstAccession())
                findings.add(file + ": the segment is another one than its name and the key table say");
            if (isLast && size > row.firstAccession()) checkPresence(row);
            if (next.isPresent()) checkEnd(row, next.get());
            return Optional.of(header);
        } catch (NoSuchFileException missing) {
            findings.add(file + " is missing");
        } catch (IOException damage) {
            findings.add(String.valueOf(damage.getMessage()));
        }
        return Optional.empty();
    }

    private void checkEnd(KeyTable.Row row, SegmentHeader next) throws IOException {
        Path file = store.segment(row);
        SegmentHeader.Ending ending = next.previous();
        if (ending.segmentId() != row.segmentId()) {
            findings.add(file + ": the segment after it names another one before itself");
            return;
        }
        if (ending.manner() == SegmentHeader.Manner.SEALED) checkTrailer(row, next);
        else if (Files.size(file) < ending.forcedEnd()) findings.add(tooShort(file, ending.forcedEnd()));
    }

    private void checkTrailer(KeyTable.Row row, SegmentHeader next) throws IOException {
        Path file = store.segment(row);
        SegmentHeader.Ending ending = next.previous();
        long expectedSize = ending.forcedEnd() + SegmentTrailer.SIZE_BYTES;
        if (Files.size(file) != expectedSize) {
            findings.add(tooShort(file, expectedSize));
            return;
        }
        try (var window = new SegmentWindow(file, SegmentTrailer.SIZE_BYTES)) {
            Optional<SegmentTrailer> trailer = new FrameScan(window, file.toString()).trailer(ending.forcedEnd());
            var expected = new SegmentTrailer(
                    next.firstAccession() - row.firstAccession(),
                    ending.forcedEnd(),
                    next.firstAccession() - 1,
                    ending.hash());
            if (!trailer.equals(Optional.of(expected)))
                findings.add(file + ": its trailer does not say what the segment after it says");
        }
    }

    private static String tooShort(Path file, long expectedBytes) throws IOException {
        return file + " has " + Files.size(file) + " bytes instead of " + expectedBytes;
    }
}
