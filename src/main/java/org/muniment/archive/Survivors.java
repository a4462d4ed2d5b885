package org.muniment.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SortedMap;
import org.muniment.merklelog.FormatIsNewer;

/// The keys of those records of one segment that outlived a destruction, wrapped by the segment's new key, and of the
/// others under which entry of the log each was destroyed. Byte offsets: docs/store-format.md.
final class Survivors {
    private static final int MAGIC = 0x4d535552; // "MSUR"
    private static final int FORMAT = 1;
    private static final int HEADER_BYTES = 48;
    private static final int HEADER_CRC_AT = HEADER_BYTES - Integer.BYTES;
    private static final int KEPT_BYTES = Long.BYTES + WrappedKey.SIZE_BYTES;
    private static final int DESTROYED_BYTES = 2 * Long.BYTES;

    private final Path file;
    private final ByteBuffer bytes;
    private final long[] kept;
    private final long[] destroyed;

    private Survivors(Path file, ByteBuffer bytes) {
        this.file = file;
        this.bytes = bytes;
        this.kept = numbers(HEADER_BYTES, count(24), KEPT_BYTES);
        this.destroyed = numbers(destroyedAt(), count(32), DESTROYED_BYTES);
    }

    private int count(int at) {
        return Math.toIntExact(bytes.getLong(at));
    }

    private int destroyedAt() {
        return HEADER_BYTES + kept.length * KEPT_BYTES;
    }

    private long[] numbers(int from, int count, int step) {
        long[] numbers = new long[count];
        for (int i = 0; i < count; i++) numbers[i] = bytes.getLong(from + i * step);
        return numbers;
    }

    /// Returns the file of a segment.
    ///
    /// @param kept the key of each record that stays, by its number
    /// @param destroyed the authorising entry of each that goes, by its number
    static byte[] encode(
            int number, long segmentId, SortedMap<Long, WrappedKey> kept, SortedMap<Long, Long> destroyed) {
        int rows = kept.size() * KEPT_BYTES + destroyed.size() * DESTROYED_BYTES;
        ByteBuffer to = ByteBuffer.allocate(HEADER_BYTES + rows + Long.BYTES);
        to.putInt(MAGIC).putInt(FORMAT).putLong(number).putLong(segmentId);
        to.putLong(kept.size()).putLong(destroyed.size()).putInt(0).putInt(Checksum.of(to, 0, HEADER_CRC_AT));
        kept.forEach((accession, key) -> to.putLong(accession).put(key.bytes()));
        destroyed.forEach((accession, under) -> to.putLong(accession).putLong(under));
        to.putInt(0).putInt(Checksum.of(to, 0, to.position()));
        return to.array();
    }

    static Survivors read(Path file, KeyTable.Row row) throws StoreIsDamaged {
        ByteBuffer bytes = sound(file);
        if (bytes.getLong(8) != row.survivors() || bytes.getLong(16) != row.segmentId())
            throw damaged(file, "they are those of another segment");
        return new Survivors(file, bytes);
    }

    /// Returns the bytes of a file that is as it was written, whosever keys it has.
    static ByteBuffer sound(Path file) throws StoreIsDamaged {
        ByteBuffer bytes = ByteBuffer.wrap(read(file));
        if (bytes.capacity() < HEADER_BYTES
                || bytes.getInt(0) != MAGIC
                || bytes.getInt(HEADER_CRC_AT) != Checksum.of(bytes, 0, HEADER_CRC_AT))
            throw damaged(file, "their header is not what was written");
        if (bytes.getInt(4) != FORMAT) {
            var newer = new FormatIsNewer(file.toString(), bytes.getInt(4), FORMAT);
            throw new StoreIsDamaged(newer.sentence(), newer);
        }
        long length = HEADER_BYTES + bytes.getLong(24) * KEPT_BYTES + bytes.getLong(32) * DESTROYED_BYTES + Long.BYTES;
        int crcAt = bytes.capacity() - Integer.BYTES;
        if (length != bytes.capacity() || bytes.getInt(crcAt) != Checksum.of(bytes, 0, crcAt))
            throw damaged(file, "they are not what was written");
        return bytes;
    }

    private static byte[] read(Path file) throws StoreIsDamaged {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException missing) {
            throw damaged(file, "the file is missing");
        } catch (IOException unreadable) {
            throw damaged(file, String.valueOf(unreadable.getMessage()));
        }
    }

    private static StoreIsDamaged damaged(Path file, String why) {
        return new StoreIsDamaged(file + ": the keys of the records that outlived a destruction cannot be read, " + why
                + ". Put back this one file from the latest backup; nothing was changed.");
    }

    Optional<AccessionNumber> destroyedUnder(long accession) {
        int found = Arrays.binarySearch(destroyed, accession);
        if (found < 0) return Optional.empty();
        return Optional.of(new AccessionNumber(bytes.getLong(destroyedAt() + found * DESTROYED_BYTES + Long.BYTES)));
    }

    /// Returns the key of a record that stays.
    WrappedKey keyOf(long accession) throws StoreIsDamaged {
        int found = Arrays.binarySearch(kept, accession);
        if (found < 0) throw new StoreIsDamaged(file + ": the key of accession " + accession + " is not there");
        return WrappedKey.read(bytes, HEADER_BYTES + found * KEPT_BYTES + Long.BYTES);
    }

    /// The numbers of all records that were destroyed, in order.
    long[] destroyed() {
        return destroyed.clone();
    }
}
