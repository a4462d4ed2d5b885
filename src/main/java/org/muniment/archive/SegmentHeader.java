package org.muniment.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.muniment.merklelog.FormatIsNewer;
import org.muniment.merklelog.Hash;

/// The first 4 KiB of a segment. Byte offsets: docs/store-format.md.
record SegmentHeader(
        StoreId storeId,
        String origin,
        long segmentId,
        long createdMicros,
        long firstAccession,
        Ending previous,
        int keyVersion) {
    static final int SIZE_BYTES = 4096;
    static final int FORMAT = 1;
    static final long NO_SEGMENT = 0;

    private static final long MAGIC = 0x4d554e494d454e54L; // "MUNIMENT"
    private static final int ORIGIN_AT = 128;
    private static final int ORIGIN_BYTES_MAX = 1024;
    private static final int CRC_AT = SIZE_BYTES - Integer.BYTES;

    /// How the segment before this one ended: what lies beyond `forcedEnd` does not exist.
    ///
    /// @param hash SHA-256 of its first `forcedEnd` bytes
    record Ending(long segmentId, long forcedEnd, Hash hash, Manner manner) {
        static final Ending NONE = new Ending(NO_SEGMENT, 0, Hash.of(new byte[Hash.SIZE_BYTES]), Manner.NO_SEGMENT);
    }

    /// What stands at the end of a segment, with its number on disk.
    enum Manner {
        NO_SEGMENT(0),
        /// A trailer.
        SEALED(1),
        /// Anything: the disk refused to make a write durable, and it was left as it was.
        ABANDONED(2);

        private final int code;

        Manner(int code) {
            this.code = code;
        }

        private static Manner of(int code, String place) throws StoreIsDamaged {
            for (var manner : values()) if (manner.code == code) return manner;
            throw new StoreIsDamaged(place + ": the segment before ended in an unknown manner");
        }
    }

    SegmentHeader {
        if (origin.getBytes(StandardCharsets.UTF_8).length > ORIGIN_BYTES_MAX)
            throw new IllegalArgumentException("an origin has at most " + ORIGIN_BYTES_MAX + " bytes");
    }

    byte[] encoded() {
        byte[] originBytes = origin.getBytes(StandardCharsets.UTF_8);
        ByteBuffer to = ByteBuffer.allocate(SIZE_BYTES);
        to.putLong(MAGIC).putInt(FORMAT).putInt(SIZE_BYTES).put(storeId.bytes());
        to.putLong(segmentId).putLong(createdMicros).putLong(firstAccession);
        to.putLong(previous.segmentId())
                .putLong(previous.forcedEnd())
                .put(previous.hash().bytes());
        to.putInt(keyVersion).putInt(originBytes.length).putInt(previous.manner().code);
        to.put(ORIGIN_AT, originBytes);
        to.putInt(CRC_AT, Checksum.of(to, 0, CRC_AT));
        return to.array();
    }

    static SegmentHeader decode(byte[] bytes, String place) throws StoreIsDamaged, FormatIsNewer {
        ByteBuffer from = ByteBuffer.wrap(bytes);
        if (bytes.length != SIZE_BYTES || from.getInt(CRC_AT) != Checksum.of(from, 0, CRC_AT))
            throw new StoreIsDamaged(place + ": the segment header does not match its checksum");
        if (from.getLong() != MAGIC) throw new StoreIsDamaged(place + ": this is no segment");
        int format = from.getInt();
        if (format != FORMAT) throw new FormatIsNewer(place, format, FORMAT);
        from.getInt();
        StoreId storeId = StoreId.read(from);
        long segmentId = from.getLong();
        long created = from.getLong();
        long first = from.getLong();
        long previousId = from.getLong();
        long previousEnd = from.getLong();
        Hash previousHash = readHash(from);
        int keyVersion = from.getInt();
        int originLength = from.getInt();
        var previous = new Ending(previousId, previousEnd, previousHash, Manner.of(from.getInt(), place));
        if (originLength < 0 || originLength > ORIGIN_BYTES_MAX)
            throw new StoreIsDamaged(place + ": the origin has an impossible length");
        String origin = new String(bytes, ORIGIN_AT, originLength, StandardCharsets.UTF_8);
        if (!StoreId.isNameOfLog(origin)) throw new StoreIsDamaged(place + ": the origin is not the name of a log");
        return new SegmentHeader(storeId, origin, segmentId, created, first, previous, keyVersion);
    }

    static Hash readHash(ByteBuffer from) {
        byte[] hash = new byte[Hash.SIZE_BYTES];
        from.get(hash);
        return Hash.of(hash);
    }
}
