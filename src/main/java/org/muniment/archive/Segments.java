package org.muniment.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// All segments of a store, in order, and where in them each record is.
final class Segments {
    private final StoreLayout layout;
    private final KeyTable keys;
    private final SegmentOrigins origins;
    // Damaged segments that were read through: their index cannot be kept, and reading through one takes a second.
    private final Map<Long, RecordOffsets> salvaged = new ConcurrentHashMap<>();
    private volatile @Nullable Tail tail;

    /// The last segment, whose records have no index file yet.
    record Tail(long segmentId, RecordOffsets offsets) {}

    /// @param origin of the store's log now
    Segments(StoreLayout layout, KeyTable keys, String origin) {
        this.layout = layout;
        this.keys = keys;
        this.origins = new SegmentOrigins(layout, origin);
    }

    KeyTable keys() {
        return keys;
    }

    void setTail(long segmentId, RecordOffsets offsets) {
        tail = new Tail(segmentId, offsets);
    }

    /// Returns the origin that a record's entry names: that of the log it was first written to.
    String origin(StoredRecord record) {
        return origin(record.row());
    }

    /// The same of all entries of a segment.
    String origin(KeyTable.Row row) {
        return origins.of(row, keys.rows());
    }

    Path file(KeyTable.Row row) {
        return layout.segment(row.segmentId(), row.created());
    }

    Path indexFile(KeyTable.Row row) {
        return layout.index(row.segmentId(), row.created());
    }

    Path survivorsFile(KeyTable.Row row) {
        return layout.survivors(row.survivors());
    }

    /// Returns the segment that holds a record: the last one that begins at or before it.
    KeyTable.Row holding(long accession) throws StoreIsDamaged {
        List<KeyTable.Row> rows = keys.rows();
        int low = 0;
        int high = rows.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (rows.get(middle).firstAccession() <= accession) low = middle;
            else high = middle - 1;
        }
        if (rows.isEmpty() || rows.get(low).firstAccession() > accession)
            throw new StoreIsDamaged("no segment holds accession " + accession);
        return rows.get(low);
    }

    long offset(KeyTable.Row row, long accession) throws IOException {
        Tail last = tail;
        int record = Math.toIntExact(accession - row.firstAccession());
        if (last != null && last.segmentId == row.segmentId()) return last.offsets.offset(record);
        try {
            long offset = SegmentIndex.find(indexFile(row), row.segmentId(), row.firstAccession(), accession)
                    .offset();
            if (isRecord(row, offset, accession)) return offset;
        } catch (StoreIsDamaged unusable) {
            // As with an index that points elsewhere: it is made again below.
        }
        long offset = salvaged.containsKey(row.segmentId())
                ? salvaged.get(row.segmentId()).offset(record)
                : rebuildIndex(row).offset(record);
        if (offset != RecordOffsets.LOST) return offset;
        throw new StoreIsDamaged(
                file(row) + ": accession " + accession + " cannot be read: the bytes where it was written are damaged");
    }

    /// The index is not evidence: what it says is looked at before it is believed.
    private boolean isRecord(KeyTable.Row row, long offset, long accession) throws IOException {
        try (FileChannel channel = open(row)) {
            ByteBuffer start = ByteBuffer.allocate(16);
            return offset >= SegmentHeader.SIZE_BYTES
                    && DurableFiles.readFully(channel, start, offset)
                    && start.getInt(0) == RecordHeader.MAGIC
                    && start.getLong(8) == accession;
        }
    }

    /// Makes the index file again from the segment; where that is damaged, only what is found is remembered.
    private RecordOffsets rebuildIndex(KeyTable.Row row) throws IOException {
        var scanned = SegmentIndex.scan(file(row), row.firstAccession(), records(row));
        if (scanned.isWhole()) writeIndex(row, scanned.offsets(), scanned.end());
        else salvaged.put(row.segmentId(), scanned.offsets());
        return scanned.offsets();
    }

    /// One at a time: whoever reads a segment first makes its index, and two may be the first.
    synchronized void writeIndex(KeyTable.Row row, RecordOffsets offsets, long end) throws IOException {
        DurableFiles.replace(indexFile(row), SegmentIndex.encode(row.segmentId(), row.firstAccession(), offsets, end));
    }

    /// Returns how many records a segment before the last one has.
    long records(KeyTable.Row row) {
        List<KeyTable.Row> rows = keys.rows();
        int next = 0;
        while (rows.get(next).segmentId() <= row.segmentId()) next++;
        return rows.get(next).firstAccession() - row.firstAccession();
    }

    FileChannel open(KeyTable.Row row) throws IOException {
        try {
            return FileChannel.open(file(row), StandardOpenOption.READ);
        } catch (NoSuchFileException missing) {
            throw new StoreIsDamaged("the segment " + file(row) + " is missing", missing);
        }
    }
}
