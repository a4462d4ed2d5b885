package org.muniment.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/// Reads a segment frame by frame and believes nothing: every byte of a frame is under a checksum or must be zero.
final class FrameScan {
    private static final int HEADER_WANTED = RecordHeader.FIXED_BYTES + RecordHeader.ENTRY_BYTES_MAX;
    private static final int PIECE_BYTES = 64 << 10;
    static final int TOGETHER_BYTES_MAX = 512 << 10;
    static final int ALIGNMENT = 8;

    private final SegmentWindow window;
    private final String place;

    FrameScan(SegmentWindow window, String place) {
        this.window = window;
        this.place = place;
    }

    interface Visitor {
        void record(long offset, RecordHeader header) throws IOException;
    }

    Optional<FrameHeader> frameHeader(long offset) throws IOException {
        return FrameHeader.read(window.at(offset, FrameHeader.SIZE_BYTES), offset, place);
    }

    Optional<SegmentTrailer> trailer(long offset) throws IOException {
        return SegmentTrailer.read(window.at(offset, SegmentTrailer.SIZE_BYTES), place(offset));
    }

    /// Reads one whole frame, which must be the one of this number and begin with this accession.
    FrameHeader frame(long offset, long sequence, long firstAccession, Visitor visitor) throws IOException {
        FrameHeader frame = frameHeader(offset)
                .orElseThrow(() -> new StoreIsDamaged(place(offset) + ": no valid batch frame begins here"));
        if (frame.sequence() != sequence || frame.firstAccession() != firstAccession)
            throw new StoreIsDamaged(place(offset) + ": the batch frame is not the one that belongs here");
        long at = offset + FrameHeader.SIZE_BYTES;
        for (int i = 0; i < frame.records(); i++) at = record(at, frame.end(), firstAccession + i, visitor);
        if (at != frame.end()) throw new StoreIsDamaged(place(at) + ": the batch frame has another length");
        return frame;
    }

    private long record(long offset, long frameEnd, long accession, Visitor visitor) throws IOException {
        RecordHeader header = recordHeader(offset);
        long end = offset + header.lengthBytes();
        if (header.accession() != accession)
            throw new StoreIsDamaged(
                    place(offset) + ": accession " + header.accession() + " stands where " + accession + " belongs");
        if (end > frameEnd) throw new StoreIsDamaged(place(offset) + ": the record is longer than its frame");
        checkBody(offset, header);
        visitor.record(offset, header);
        return end;
    }

    RecordHeader recordHeader(long offset) throws IOException {
        return RecordHeader.read(window.at(offset, HEADER_WANTED), place(offset));
    }

    void checkBody(long offset, RecordHeader header) throws IOException {
        // A record that fits is read whole at once: whoever looks at it next finds it there.
        var _ = window.at(offset, (int) Math.min(header.lengthBytes(), TOGETHER_BYTES_MAX));
        CRC32C crc = new CRC32C();
        long at = offset + header.bodyAt();
        long end = at + header.bodyLength();
        while (at < end) {
            ByteBuffer bytes = window.at(at, 1);
            if (!bytes.hasRemaining()) throw new StoreIsDamaged(place(offset) + ": the segment ends in this record");
            int piece = (int) Math.min(Math.min(bytes.remaining(), PIECE_BYTES), end - at);
            crc.update(bytes.limit(piece));
            at += piece;
        }
        ByteBuffer tail = window.at(end, Integer.BYTES + ALIGNMENT);
        if (tail.remaining() < Integer.BYTES + header.padding() || tail.getInt() != (int) crc.getValue())
            throw new StoreIsDamaged(
                    place(offset) + ": the body of accession " + header.accession() + " does not match its checksum");
        for (int i = 0; i < header.padding(); i++)
            if (tail.get() != 0) throw new StoreIsDamaged(place(offset) + ": the record's padding is not zero");
    }

    /// Looks for any valid frame after a bad one: it proves that the bad one had been forced.
    Optional<FrameHeader> laterFrame(long badOffset, long fileSize) throws IOException {
        for (long at = badOffset + ALIGNMENT; at + FrameHeader.SIZE_BYTES <= fileSize; at += ALIGNMENT) {
            ByteBuffer bytes = window.at(at, FrameHeader.SIZE_BYTES);
            if (bytes.getInt(0) != FrameHeader.MAGIC) continue;
            Optional<FrameHeader> frame = FrameHeader.read(bytes, at, place);
            if (frame.isPresent()) return frame;
        }
        return Optional.empty();
    }

    boolean isRecordMagic(long offset) throws IOException {
        ByteBuffer bytes = window.at(offset, Integer.BYTES);
        return bytes.remaining() >= Integer.BYTES && bytes.getInt(0) == RecordHeader.MAGIC;
    }

    String place(long offset) {
        return place + ", byte " + offset;
    }
}
