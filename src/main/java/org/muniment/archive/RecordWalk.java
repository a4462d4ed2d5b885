package org.muniment.archive;

import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Walks through the records in order, up to what is on disk, with large reads.
final class RecordWalk implements AutoCloseable {
    private static final int WINDOW_BYTES = 2 << 20;
    private static final long UNKNOWN = -1;

    private final Segments segments;
    private final Growth growth;
    private long accession;
    private long knownSize;
    private long offset = UNKNOWN;
    private KeyTable.@Nullable Row row;
    private @Nullable SegmentWindow window;

    RecordWalk(Segments segments, Growth growth, long from) {
        this.segments = segments;
        this.growth = growth;
        this.accession = from;
    }

    /// Returns the number of the entry that is read next.
    long position() {
        return accession;
    }

    /// Returns the next record without its body; empty at the end, which moves on. If it throws, the next call goes on
    /// behind the record that is damaged.
    Optional<StoredRecord> next() throws IOException {
        return step((record, in) -> record);
    }

    /// Returns the next record, with its body if that is small.
    Optional<StoredRecord> nextWithBody() throws IOException {
        return step(StoredRecord::withBody);
    }

    private Optional<StoredRecord> step(Rest rest) throws IOException {
        if (accession >= knownSize) {
            knownSize = growth.size();
            // What was read beyond the former end may have been half written then.
            if (window != null) window.forget();
        }
        if (accession >= knownSize) return Optional.empty();
        long number = accession++;
        try {
            SegmentWindow in = windowAt(number);
            KeyTable.Row segment = Objects.requireNonNull(row);
            StoredRecord record = rest.read(StoredRecord.readHeader(in, segment, offset, number), in);
            offset = record.end();
            return Optional.of(record);
        } catch (IOException e) {
            offset = UNKNOWN;
            throw e;
        }
    }

    private interface Rest {
        StoredRecord read(StoredRecord record, SegmentWindow window) throws IOException;
    }

    private SegmentWindow windowAt(long number) throws IOException {
        KeyTable.Row holding = segments.holding(number);
        SegmentWindow open = window;
        if (open == null || !holding.equals(row)) {
            close();
            open = new SegmentWindow(segments.file(holding), WINDOW_BYTES);
            window = open;
            row = holding;
            offset = UNKNOWN;
        }
        if (offset == UNKNOWN) offset = segments.offset(holding, number);
        else if (isFrame(open, offset)) offset += FrameHeader.SIZE_BYTES;
        return open;
    }

    private static boolean isFrame(SegmentWindow window, long offset) throws IOException {
        var bytes = window.at(offset, FrameHeader.SIZE_BYTES);
        return bytes.remaining() >= FrameHeader.SIZE_BYTES && bytes.getInt(0) == FrameHeader.MAGIC;
    }

    @Override
    public void close() throws IOException {
        if (window != null) window.close();
        window = null;
    }
}
