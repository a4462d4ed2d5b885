package org.muniment.archive;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.muniment.merklelog.FormatIsNewer;

/// Stands before the records of one group commit. A valid frame proves that all before it was forced.
///
/// @param sequence number of the frame in its segment, from 0
/// @param lengthBytes length of its records, without this header
/// @param lastForcedEnd what of the segment was on disk when the frame was written: always up to this frame
record FrameHeader(long sequence, int records, long lengthBytes, long lastForcedEnd, long firstAccession) {
    static final int SIZE_BYTES = 48;
    static final int MAGIC = 0x4d46524d; // "MFRM"

    private static final int FORMAT = 1;
    private static final int CRC_AT = SIZE_BYTES - Integer.BYTES;

    void write(ByteBuffer to) {
        int start = to.position();
        to.putInt(MAGIC).putInt(FORMAT).putLong(sequence).putLong(lengthBytes);
        to.putLong(lastForcedEnd).putLong(firstAccession).putInt(records);
        to.putInt(Checksum.of(to, start, CRC_AT));
    }

    /// Returns the header at the buffer's position, which is `offset` in the segment; empty unless it is a valid one.
    static Optional<FrameHeader> read(ByteBuffer from, long offset, String place) throws FormatIsNewer {
        int start = from.position();
        if (from.remaining() < SIZE_BYTES || from.getInt(start) != MAGIC) return Optional.empty();
        if (from.getInt(start + CRC_AT) != Checksum.of(from, start, CRC_AT)) return Optional.empty();
        var header = new FrameHeader(
                from.getLong(start + 8),
                from.getInt(start + 40),
                from.getLong(start + 16),
                from.getLong(start + 24),
                from.getLong(start + 32));
        if (header.lastForcedEnd != offset || header.lengthBytes < 0 || header.end() < offset) return Optional.empty();
        int format = from.getInt(start + 4);
        if (format != FORMAT) throw new FormatIsNewer(place + ", byte " + offset, format, FORMAT);
        return Optional.of(header);
    }

    long end() {
        return lastForcedEnd + SIZE_BYTES + lengthBytes;
    }
}
