package org.muniment.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
    /// Of a table in which a row has survivors: a program that knows none must not read past them.
    private static final int FORMAT_WITH_SURVIVORS = 2;

    private static final int STATE_IN_USE = 1;
    private static final int STATE_SURVIVORS = 2;
    static final int NO_SURVIVORS = 0;
    /// What to do about a damaged file that the store cannot be opened without.
    static final String RESTORE =
            "; the store cannot be opened without it: put back this one file from the latest backup, and the folder"
                    + " keys/survivors with it if that backup has one. Nothing was changed.";

    private final Path file;
    private final KeyRing ring;
    private volatile List<Row> rows;
    private boolean inDoubt;
    private final SpareKey spare = new SpareKey();
    private final Map<Row, SecretKey> opened = new ConcurrentHashMap<>();

    /// @param keyVersion version of the root key that wraps this row's key
    /// @param survivors number of the file with the keys of the records that were not destroyed;
    ///     [#NO_SURVIVORS] if none was, and every record carries its own
    record Row(long segmentId, long createdMicros, long firstAccession, int keyVersion, WrappedKey key, int survivors) {
        Instant created() {
            return Micros.instant(createdMicros);
        }

        Row withSurvivors(int number) {
            return new Row(segmentId, createdMicros, firstAccession, keyVersion, key, number);
        }

        boolean isSame(Row other) {
            return segmentId == other.segmentId
                    && createdMicros == other.createdMicros
                    && firstAccession == other.firstAccession
                    && keyVersion == other.keyVersion
                    && survivors == other.survivors
                    && Arrays.equals(key.bytes(), other.key.bytes());
        }
    }

    private KeyTable(Path file, KeyRing ring, List<Row> rows) {
        this.file = file;
        this.ring = ring;
        this.rows = List.copyOf(rows);
    }

    static KeyTable open(Path file, KeyRing ring) throws IOException {
        return new KeyTable(file, ring, Files.exists(file) ? read(file) : List.of());
    }

    static List<Row> read(Path file) throws IOException {
        ByteBuffer from = ByteBuffer.wrap(Files.readAllBytes(file));
        if (from.remaining() < HEADER_BYTES || from.getInt(20) != Checksum.of(from, 0, 20) || from.getLong() != MAGIC)
            throw new StoreIsDamaged(file + ": the header of the key table is damaged" + RESTORE);
        int format = from.getInt();
        if (format > FORMAT_WITH_SURVIVORS) throw new FormatIsNewer(file.toString(), format, FORMAT_WITH_SURVIVORS);
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
        int state = from.getInt(at + 28);
        if (state > STATE_SURVIVORS)
            throw new FormatIsNewer(file + ", the row at byte " + at + ",", state, STATE_SURVIVORS);
        if ((state == STATE_SURVIVORS) != (from.getInt(at + 72) != NO_SURVIVORS))
            throw new StoreIsDamaged(
                    file + ": the row at byte " + at + " of the key table contradicts itself" + RESTORE);
        return new Row(
                from.getLong(at),
                from.getLong(at + 8),
                from.getLong(at + 16),
                from.getInt(at + 24),
                WrappedKey.read(from, at + 32),
                from.getInt(at + 72));
    }

    List<Row> rows() {
        return rows;
    }

    /// Adds a row with a new key; it is on disk on return.
    synchronized Row add(long segmentId, Instant created, long firstAccession, SecureRandom random) throws IOException {
        SpareKey.Wrapped next = spare.take(ring.vault(), random);
        var row = new Row(
                segmentId, Micros.of(created), firstAccession, next.rootVersion(), next.wrapped(), NO_SURVIVORS);
        List<Row> more = new ArrayList<>(rows);
        more.add(row);
        replace(more);
        opened.put(row, next.key());
        return row;
    }

    /// Wraps the next segment's key ahead of time, so that a token which is away then stops nothing.
    void prepare(SecureRandom random) throws StoreIsDamaged {
        spare.prepare(ring.vault(), random);
    }

    private Row wrapped(long segmentId, long createdMicros, long firstAccession, SecretKey key, int survivors)
            throws StoreIsDamaged {
        KeyVault vault = ring.vault();
        int version = vault.rootVersion();
        WrappedKey wrapped = vault.root(version, place(segmentId)).wrap(key);
        return new Row(segmentId, createdMicros, firstAccession, version, wrapped, survivors);
    }

    /// A segment's new key, under which the keys of its survivors are written in the file with this number.
    record Rekeyed(long segmentId, SecretKey key, int survivors) {}

    /// Gives segments new keys, all or none; on disk on return. The keys they had are nowhere in this table any more.
    synchronized void rekey(List<Rekeyed> changes) throws IOException {
        List<Row> changed = new ArrayList<>(rows);
        for (Rekeyed change : changes)
            for (int i = 0; i < changed.size(); i++)
                if (changed.get(i).segmentId == change.segmentId)
                    changed.set(i, wrapped(changed.get(i), change.key, change.survivors));
        replace(changed);
    }

    private Row wrapped(Row row, SecretKey key, int survivors) throws StoreIsDamaged {
        return wrapped(row.segmentId, row.createdMicros, row.firstAccession, key, survivors);
    }

    /// Drops the last row: its segment was never begun.
    synchronized void dropLast() throws IOException {
        replace(rows.subList(0, rows.size() - 1));
    }

    /// Wraps every segment's key by the newest root key: all of them in one step, or none. A token takes its time over
    /// it; segments are begun meanwhile.
    void wrapAnew() throws IOException {
        Map<Row, Row> anew = new HashMap<>();
        for (Row row : rows) anew.put(row, wrappedAnew(row));
        putInPlace(anew);
    }

    private synchronized void putInPlace(Map<Row, Row> anew) throws IOException {
        List<Row> changed = new ArrayList<>();
        for (Row row : rows) {
            Row known = anew.get(row);
            changed.add(known == null ? wrappedAnew(row) : known);
        }
        if (!changed.isEmpty()) replace(changed);
    }

    private Row wrappedAnew(Row row) throws StoreIsDamaged {
        SecretKey key = unwrapped(row);
        Row anew = wrapped(row, key, row.survivors);
        if (!MessageDigest.isEqual(unwrapped(anew).getEncoded(), key.getEncoded()))
            throw new IllegalStateException("a key that was wrapped anew is another one");
        return anew;
    }

    /// Writes the table as it is known: what is on the disk may be older, if a force failed.
    synchronized void writeAgain() throws IOException {
        if (!rows.isEmpty()) replace(rows);
    }

    /// After a replacement that failed nobody knows which table the next start finds: writes the one that is known.
    synchronized void settle() throws IOException {
        if (inDoubt) writeAgain();
    }

    /// Compares the table on disk, which the next start needs, with what is known.
    synchronized void check(Path there, Findings findings) throws IOException {
        if (rows.isEmpty()) return;
        List<Row> onDisk = read(there);
        for (int i = 0; i < rows.size(); i++)
            if (i >= onDisk.size() || !onDisk.get(i).isSame(rows.get(i)))
                findings.add(there + ": the row of segment " + rows.get(i).segmentId() + " was changed");
    }

    private void replace(List<Row> changed) throws IOException {
        ByteBuffer to = ByteBuffer.allocate(HEADER_BYTES + changed.size() * ROW_BYTES);
        boolean hasSurvivors = changed.stream().anyMatch(row -> row.survivors != NO_SURVIVORS);
        to.putLong(MAGIC)
                .putInt(hasSurvivors ? FORMAT_WITH_SURVIVORS : FORMAT)
                .putLong(changed.size())
                .putInt(Checksum.of(to, 0, 20));
        for (Row row : changed) {
            int at = to.position();
            to.putLong(row.segmentId).putLong(row.createdMicros).putLong(row.firstAccession);
            to.putInt(row.keyVersion).putInt(row.survivors == NO_SURVIVORS ? STATE_IN_USE : STATE_SURVIVORS);
            to.put(row.key.bytes()).putInt(row.survivors);
            to.putInt(Checksum.of(to, at, ROW_CRC_AT));
        }
        inDoubt = true;
        DurableFiles.replace(file, to.array());
        inDoubt = false;
        rows = List.copyOf(changed);
        opened.keySet().retainAll(changed);
    }

    /// Returns the key of a segment, which wraps the keys of its records.
    SecretKey keyOf(Row row) throws StoreIsDamaged {
        SecretKey known = opened.get(row);
        if (known != null) return known;
        SecretKey key = unwrapped(now(row));
        opened.put(row, key);
        // A row that was replaced meanwhile must leave no key behind.
        if (!rows.contains(row)) opened.remove(row);
        return key;
    }

    /// Returns the row that has the same key now: it may have been wrapped anew since this one was read.
    private Row now(Row row) {
        return rows.stream()
                .filter(it -> it.segmentId == row.segmentId && it.survivors == row.survivors)
                .findFirst()
                .orElse(row);
    }

    private SecretKey unwrapped(Row row) throws StoreIsDamaged {
        String place = place(row.segmentId);
        return ring.vault().root(row.keyVersion, place).unwrap(row.key, place);
    }

    private static String place(long segmentId) {
        return "the key of segment " + segmentId;
    }
}
