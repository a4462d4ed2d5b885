package org.muniment.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.muniment.merklelog.FormatIsNewer;

/// The file beside a sealed segment that says where each record begins, so that one can be read without the others. It
/// can be made again from the segment at any time.
final class SegmentIndex {
    private static final int MAGIC = 0x4d494458; // "MIDX"
    private static final int FORMAT = 1;
    private static final int HEADER_BYTES = 40;
    private static final int ROW_BYTES = 16;
    private static final int COUNT_AT = 24;
    private static final int HEADER_CRC_AT = HEADER_BYTES - Integer.BYTES;

    private SegmentIndex() {}

    /// Where a record is in its segment.
    record Place(long offset, long lengthBytes) {}

    static byte[] encode(long segmentId, long firstAccession, RecordOffsets offsets, long end) {
        int count = offsets.count();
        ByteBuffer to = ByteBuffer.allocate(HEADER_BYTES + count * ROW_BYTES);
        for (int i = 0; i < count; i++) {
            long offset = offsets.offset(i);
            long next = i + 1 < count ? offsets.offset(i + 1) : end;
            to.putLong(HEADER_BYTES + i * ROW_BYTES, offset);
            to.putLong(HEADER_BYTES + i * ROW_BYTES + 8, next - offset);
        }
        to.putInt(MAGIC)
                .putInt(FORMAT)
                .putLong(segmentId)
                .putLong(firstAccession)
                .putLong(count);
        to.putInt(Checksum.of(to, HEADER_BYTES, count * ROW_BYTES));
        to.putInt(HEADER_CRC_AT, Checksum.of(to, 0, HEADER_CRC_AT));
        return to.array();
    }

    /// Returns where a record begins; throws [StoreIsDamaged] if the file is missing or another segment's.
    static Place find(Path file, long segmentId, long firstAccession, long accession) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
            if (!DurableFiles.readFully(channel, header, 0)
                    || header.getInt(HEADER_CRC_AT) != Checksum.of(header, 0, HEADER_CRC_AT)
                    || header.getInt(0) != MAGIC
                    || header.getLong(8) != segmentId
                    || header.getLong(16) != firstAccession)
                throw new StoreIsDamaged(file + ": the index of the segment is damaged");
            if (header.getInt(4) != FORMAT) throw new FormatIsNewer(file.toString(), header.getInt(4), FORMAT);
            ByteBuffer row = ByteBuffer.allocate(ROW_BYTES);
            if (!DurableFiles.readFully(channel, row, HEADER_BYTES + (accession - firstAccession) * ROW_BYTES))
                throw new StoreIsDamaged(file + ": the index of the segment is too short");
            return new Place(row.getLong(0), row.getLong(8));
        } catch (NoSuchFileException missing) {
            throw new StoreIsDamaged(file + ": the index of the segment is missing", missing);
        }
    }

    /// True of an undamaged index of the same segment with fewer rows than that has records: a power cut can bring it
    /// back.
    static boolean isOlder(byte[] file, byte[] expected) {
        ByteBuffer from = ByteBuffer.wrap(file);
        return file.length >= HEADER_BYTES
                && file.length < expected.length
                && (file.length - HEADER_BYTES) % ROW_BYTES == 0
                && Arrays.equals(file, 0, COUNT_AT, expected, 0, COUNT_AT)
                && Arrays.equals(file, HEADER_BYTES, file.length, expected, HEADER_BYTES, file.length)
                && from.getInt(HEADER_CRC_AT) == Checksum.of(from, 0, HEADER_CRC_AT)
                && from.getInt(32) == Checksum.of(from, HEADER_BYTES, file.length - HEADER_BYTES);
    }

    /// Reads a segment's frames and returns where its records begin. Stops at `records`: what lies beyond does not
    /// exist.
    static Scanned scan(Path segment, long firstAccession, long records) throws IOException {
        var offsets = new RecordOffsets();
        try (var window = new SegmentWindow(segment, 1 << 20)) {
            var found = new Found(offsets);
            long end = new SegmentReading(window, segment.toString(), firstAccession, records, found).read();
            return new Scanned(offsets, end, found.isWhole);
        }
    }

    private static final class Found implements SegmentReading.Visitor {
        private final RecordOffsets offsets;
        private boolean isWhole = true;

        Found(RecordOffsets offsets) {
            this.offsets = offsets;
        }

        @Override
        public void record(long offset, RecordHeader header) {
            offsets.add(offset);
        }

        @Override
        public void damagedBody(long offset, RecordHeader header) {
            offsets.add(offset);
        }

        @Override
        public void lost(long first, long end) {
            for (long number = first; number < end; number++) offsets.add(RecordOffsets.LOST);
        }

        @Override
        public void damage(String sentence) {
            isWhole = false;
        }
    }

    /// @param end where the last frame ends
    /// @param isWhole false if something in the segment is damaged: this is no index to keep
    record Scanned(RecordOffsets offsets, long end, boolean isWhole) {}
}
