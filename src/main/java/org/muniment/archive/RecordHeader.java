package org.muniment.archive;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.muniment.merklelog.FormatIsNewer;
import org.muniment.merklelog.Hash;

/// The 124 bytes before a record's entry and body, with the entry. Byte offsets: docs/store-format.md.
///
/// @param bodyLength length of the encrypted body, with its tags
record RecordHeader(
        RecordType type,
        int flags,
        long accession,
        RecordSecrets.Public names,
        int dictionaryId,
        long bodyLength,
        Hash leaf,
        WrappedKey dataKey,
        EntryFields entry,
        int entryLength) {
    static final int FIXED_BYTES = 124;
    static final int ENTRY_BYTES_MAX = 256;
    static final int MAGIC = 0x4d524543; // "MREC"
    /// The body is compressed with Zstandard.
    static final int COMPRESSED = 1;
    /// The body was captured by the minimal path.
    static final int MINIMAL = 2;

    private static final byte FORMAT = 1;
    private static final int CRC_AT = 120;
    private static final int ALIGNMENT = 8;

    /// Returns the length of a whole record: a multiple of 8.
    static long lengthBytes(int entryLength, long bodyLength) {
        long unpadded = FIXED_BYTES + entryLength + bodyLength + Integer.BYTES;
        return (unpadded + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    }

    long lengthBytes() {
        return lengthBytes(entryLength, bodyLength);
    }

    int bodyAt() {
        return FIXED_BYTES + entryLength;
    }

    /// Returns how many zero bytes follow the body's checksum.
    int padding() {
        return (int) (lengthBytes() - bodyAt() - bodyLength - Integer.BYTES);
    }

    boolean is(int flag) {
        return (flags & flag) != 0;
    }

    /// Returns what the body's encryption binds: the record's nature and name, not its number, which the committer
    /// gives later.
    static byte[] boundBytes(RecordType type, int flags, int dictionaryId, RecordSecrets.Public names) {
        return ByteBuffer.allocate(24)
                .put(FORMAT)
                .put(type.code())
                .putShort((short) flags)
                .putInt(dictionaryId)
                .put(names.recordId())
                .array();
    }

    byte[] boundBytes() {
        return boundBytes(type, flags, dictionaryId, names);
    }

    void write(ByteBuffer to) {
        int start = to.position();
        byte[] entryBytes = entry.encoded();
        to.putInt(MAGIC).put(FORMAT).put(type.code()).putShort((short) flags);
        to.putLong(accession).put(names.recordId());
        to.putShort((short) dictionaryId).putShort((short) entryBytes.length).putInt((int) bodyLength);
        to.put(leaf.bytes()).put(dataKey.bytes()).put(names.noncePrefix()).put((byte) 0);
        to.putInt(checksum(to, start, entryBytes)).put(entryBytes);
    }

    private static int checksum(ByteBuffer header, int start, byte[] entry) {
        CRC32C crc = new CRC32C();
        crc.update(header.slice(start, CRC_AT));
        crc.update(entry);
        return (int) crc.getValue();
    }

    /// Returns the header at the buffer's position, if all its bytes and those of its entry are what was written.
    static RecordHeader read(ByteBuffer from, String place) throws StoreIsDamaged, FormatIsNewer {
        int start = from.position();
        if (from.remaining() < FIXED_BYTES || from.getInt(start) != MAGIC)
            throw new StoreIsDamaged(place + ": no record begins here");
        int entryLength = Short.toUnsignedInt(from.getShort(start + 34));
        if (entryLength > ENTRY_BYTES_MAX || from.remaining() < FIXED_BYTES + entryLength)
            throw new StoreIsDamaged(place + ": the entry has an impossible length");
        byte[] header = new byte[FIXED_BYTES + entryLength];
        from.get(start, header);
        byte[] entry = Arrays.copyOfRange(header, FIXED_BYTES, header.length);
        ByteBuffer fields = ByteBuffer.wrap(header);
        if (fields.getInt(CRC_AT) != checksum(fields, 0, entry))
            throw new StoreIsDamaged(place + ": the record's header does not match its checksum");
        if (fields.get(4) != FORMAT) throw new FormatIsNewer(place, fields.get(4), FORMAT);
        return decode(fields, entry, place);
    }

    private static RecordHeader decode(ByteBuffer fields, byte[] entry, String place)
            throws StoreIsDamaged, FormatIsNewer {
        RecordType type = RecordType.of(fields.get(5), place);
        return new RecordHeader(
                type,
                Short.toUnsignedInt(fields.getShort(6)),
                fields.getLong(8),
                RecordSecrets.Public.read(fields, 16, 112),
                Short.toUnsignedInt(fields.getShort(32)),
                Integer.toUnsignedLong(fields.getInt(36)),
                SegmentHeader.readHash(fields.slice(40, Hash.SIZE_BYTES)),
                WrappedKey.read(fields, 72),
                type.readEntry(ByteBuffer.wrap(entry), place),
                entry.length);
    }
}
