package org.muniment.archive;

import java.nio.ByteBuffer;
import java.util.Optional;
import org.muniment.merklelog.FormatIsNewer;
import org.muniment.merklelog.Hash;

/// The end of a sealed segment.
///
/// @param records how many records the segment has
/// @param lengthBytes length of all before the trailer
/// @param lastAccession number of the last record; one less than the segment's first if it has none
/// @param hash SHA-256 of all before the trailer
record SegmentTrailer(long records, long lengthBytes, long lastAccession, Hash hash) {
    static final int SIZE_BYTES = 72;
    static final int MAGIC = 0x4d454e44; // "MEND"

    private static final int FORMAT = 1;
    private static final int CRC_AT = SIZE_BYTES - Integer.BYTES;

    byte[] encoded() {
        ByteBuffer to = ByteBuffer.allocate(SIZE_BYTES);
        to.putInt(MAGIC).putInt(FORMAT).putLong(records).putLong(lengthBytes).putLong(lastAccession);
        to.put(hash.bytes()).putInt(0);
        to.putInt(Checksum.of(to, 0, CRC_AT));
        return to.array();
    }

    static Optional<SegmentTrailer> read(ByteBuffer from, String place) throws FormatIsNewer {
        int start = from.position();
        if (from.remaining() < SIZE_BYTES || from.getInt(start) != MAGIC) return Optional.empty();
        if (from.getInt(start + CRC_AT) != Checksum.of(from, start, CRC_AT)) return Optional.empty();
        ByteBuffer fields = from.slice(start, SIZE_BYTES);
        fields.getInt();
        int format = fields.getInt();
        if (format != FORMAT) throw new FormatIsNewer(place, format, FORMAT);
        return Optional.of(new SegmentTrailer(
                fields.getLong(), fields.getLong(), fields.getLong(), SegmentHeader.readHash(fields)));
    }
}
