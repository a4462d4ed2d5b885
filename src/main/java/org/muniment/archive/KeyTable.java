package org.muniment.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import org.muniment.merklelog.FormatIsNewer;

/// One row for each segment, with its key, wrapped by the root key. It is also the list of segments, so that opening a
/// store reads one file, at any size.
final class KeyTable {
    private static final long MAGIC = 0x4d554e4b45595331L; // "MUNKEYS1"
    private static final int HEADER_BYTES = 24;
    private static final int ROW_BYTES = 80;
    private static final int ROW_CRC_AT = ROW_BYTES - Integer.BYTES;
    private static final int FORMAT = 1;
    private static final int STATE_IN_USE = 1;
    /// What to do about a damaged file that the store cannot be opened without.
    static final String RESTORE =
            "; the store cannot be opened without it: put back this one file from the latest backup. Nothing was changed.";

    private final Path file;
    private final KeyVault vault;
    private volatile List<Row> rows;
    private final Map<Long, SecretKey> opened = new ConcurrentHashMap<>();

    /// @param keyVersion version of the root key that wraps this row's key
    record Row(long segmentId, long createdMicros, long firstAccession, int keyVersion, WrappedKey key) {
        Instant created() {
            return Micros.instant(createdMicros);
        }

        boolean isSame(Row other) {
            return segmentId == other.segmentId
                    && createdMicros == other.createdMicros
                    && firstAccession == other.firstAccession
                    && keyVersion == other.keyVersion
                    && Arrays.equals(key.bytes(), other.key.bytes());
        }
    }

    private KeyTable(Path file, KeyVault vault, List<Row> rows) {
        this.file = file;
        this.vault = vault;
        this.rows = List.copyOf(rows);
    }

    static KeyTable open(Path file, KeyVault vault) throws IOException {
        return new KeyTable(file, vault, Files.exists(file) ? read(file) : List.of());
    }

    static List<Row> read(Path file) throws IOException {
        ByteBuffer from = ByteBuffer.wrap(Files.readAllBytes(file));
        if (from.remaining() < HEADER_BYTES || from.getInt(20) != Checksum.of(from, 0, 20) || from.getLong() != MAGIC)
            throw new StoreIsDamaged(file + ": the header of the key table is damaged" + RESTORE);
        int format = from.getInt();
        if (format != FORMAT) throw new FormatIsNewer(file.toString(), format, FORMAT);
        long count = from.getLong();
        if (from.capacity() != HEADER_BYTES + count * ROW_BYTES)
            throw new StoreIsDamaged(file + ": the key table should have " + count + " rows" + RESTORE);
        List<Row> rows = new ArrayList<>();
        for (int at = HEADER_BYTES; at < from.capacity(); at += ROW_BYTES) rows.add(readRow(from, at, file));
        return rows;
    }

    private static Row readRow(ByteBuffer from, int at, Path file) throws StoreIsDamaged, FormatIsNewer {
        if (from.getInt(at + ROW_CRC_AT) != Checksum.of(from, at, ROW_CRC_AT))
            throw new StoreIsDamaged(file + ": the row at byte " + at + " of the key table is damaged" + RESTORE);
        if (from.getInt(at + 28) != STATE_IN_USE)
            throw new FormatIsNewer(file + ", the row at byte " + at + ",", from.getInt(at + 28), STATE_IN_USE);
        return new Row(
                from.getLong(at),
                from.getLong(at + 8),
                from.getLong(at + 16),
                from.getInt(at + 24),
                WrappedKey.read(from, at + 32));
    }

    List<Row> rows() {
        return rows;
    }

    /// Adds a row with a new key; it is on disk on return.
    Row add(long segmentId, Instant created, long firstAccession, SecureRandom random) throws IOException {
        byte[] key = new byte[RecordSecrets.KEY_BYTES];
        random.nextBytes(key);
        WrappedKey wrapped = Primitives.wrap(Primitives.aesKey(key), vault.rootKey());
        var row = new Row(segmentId, Micros.of(created), firstAccession, vault.rootVersion(), wrapped);
        List<Row> more = new ArrayList<>(rows);
        more.add(row);
        replace(more);
        return row;
    }

    /// Drops the last row: its segment was never begun.
    void dropLast() throws IOException {
        replace(rows.subList(0, rows.size() - 1));
    }

    private void replace(List<Row> changed) throws IOException {
        ByteBuffer to = ByteBuffer.allocate(HEADER_BYTES + changed.size() * ROW_BYTES);
        to.putLong(MAGIC).putInt(FORMAT).putLong(changed.size()).putInt(Checksum.of(to, 0, 20));
        for (Row row : changed) {
            int at = to.position();
            to.putLong(row.segmentId).putLong(row.createdMicros).putLong(row.firstAccession);
            to.putInt(row.keyVersion).putInt(STATE_IN_USE).put(row.key.bytes()).putInt(0);
            to.putInt(Checksum.of(to, at, ROW_CRC_AT));
        }
        DurableFiles.replace(file, to.array());
        rows = List.copyOf(changed);
    }

    /// Returns the key of a segment, which wraps the keys of its records.
    SecretKey keyOf(Row row) throws StoreIsDamaged {
        SecretKey known = opened.get(row.segmentId);
        if (known != null) return known;
        SecretKey key = Primitives.unwrap(row.key, vault.rootKey(), "the key of segment " + row.segmentId);
        opened.put(row.segmentId, key);
        return key;
    }
}
