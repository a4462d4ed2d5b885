package org.muniment.merklelog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;

/// Every checkpoint ever signed, in one append-only file: after a line that names the format, records of 112
/// bytes (size, root, key id, Ed25519 signature, CRC32C of these). Each is forced before its checkpoint can
/// be seen.
final class CheckpointHistory implements AutoCloseable {
    static final String NAME = "checkpoint-history";

    private static final byte[] HEADER = "muniment/checkpoint-history/v1\n\n".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern VERSION =
            Pattern.compile("muniment/checkpoint-history/v([1-9])\n\n?.*", Pattern.DOTALL);
    private static final int SIGNATURE_BYTES = 64;
    private static final int SIGNED_BYTES = Long.BYTES + Hash.SIZE_BYTES + Integer.BYTES + SIGNATURE_BYTES;
    private static final int RECORD_BYTES = SIGNED_BYTES + Integer.BYTES;

    private final Path path;
    private final FileChannel file;
    private final String origin;
    private long count;

    private CheckpointHistory(Path path, FileChannel file, String origin) {
        this.path = path;
        this.file = file;
        this.origin = origin;
    }

    /// Opens the history for appending. A last record that is cut short or fails its checksum was never
    /// forced, so its checkpoint was never seen: it is cut off.
    static CheckpointHistory open(DurableFiles files, String origin) throws IOException {
        Path path = files.path(NAME);
        CheckpointHistory history = new CheckpointHistory(
                path,
                FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE),
                origin);
        try {
            // A header alone says nothing yet, so one that a power cut tore may be written again.
            if (history.file.size() <= HEADER.length) history.begin();
            history.checkHeader();
            history.cutTornTail();
            return history;
        } catch (IOException | RuntimeException e) {
            history.close();
            throw e;
        }
    }

    /// Opens the history for reading; refuses one that does not begin as it was written.
    static CheckpointHistory read(Path path, String origin) throws IOException {
        CheckpointHistory history =
                new CheckpointHistory(path, FileChannel.open(path, StandardOpenOption.READ), origin);
        try {
            history.checkHeader();
            history.count = (history.file.size() - HEADER.length) / RECORD_BYTES;
            return history;
        } catch (IOException | RuntimeException e) {
            history.close();
            throw e;
        }
    }

    /// Copies the first records of a history; the copy's bytes are on disk on return, its name when its folder is
    /// forced.
    static void copy(Path from, long count, Path to) throws IOException {
        try (FileChannel source = FileChannel.open(from, StandardOpenOption.READ);
                FileChannel target = FileChannel.open(
                        to,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING)) {
            long end = offset(count);
            for (long at = 0; at < end; ) {
                long copied = source.transferTo(at, end - at, target);
                if (copied <= 0) throw new LogIsDamaged(from + " ends before the last record that was signed");
                at += copied;
            }
            target.force(true);
        }
    }

    private void begin() throws IOException {
        write(ByteBuffer.wrap(HEADER), 0);
        file.force(true);
    }

    private void checkHeader() throws IOException {
        byte[] found = read(0, HEADER.length);
        Matcher version = VERSION.matcher(new String(found, StandardCharsets.US_ASCII));
        if (version.matches() && !version.group(1).equals("1"))
            throw new FormatIsNewer(path.toString(), Integer.parseInt(version.group(1)), 1);
        if (!Arrays.equals(found, HEADER))
            throw new LogIsDamaged(NAME + " does not begin as a history of checkpoints does");
    }

    private void cutTornTail() throws IOException {
        count = (file.size() - HEADER.length) / RECORD_BYTES;
        // Read twice: a bit may have flipped on the way.
        if (count > 0
                && checkpoint(count - 1).isEmpty()
                && checkpoint(count - 1).isEmpty()) count--;
        if (file.size() != offset(count)) file.truncate(offset(count));
        forceAgain();
    }

    /// A process that was killed may have left its last record in the page cache alone, even marked as clean: it is
    /// written once more before anything is built on it.
    private void forceAgain() throws IOException {
        if (count > 0) {
            byte[] record = read(offset(count - 1), RECORD_BYTES);
            if (ByteBuffer.wrap(record).getInt(SIGNED_BYTES) != checksum(record))
                throw new LogIsDamaged(NAME + " gives other bytes each time it is read");
            write(ByteBuffer.wrap(record), offset(count - 1));
        }
        file.force(true);
    }

    long count() {
        return count;
    }

    /// Returns how many bytes its whole records have.
    long length() {
        return offset(count);
    }

    Optional<Checkpoint> last() throws IOException {
        if (count == 0) return Optional.empty();
        return Optional.of(checkpoint(count - 1)
                .orElseThrow(() -> new LogIsDamaged("the last record of " + NAME + " fails its checksum")));
    }

    void append(Checkpoint checkpoint) throws IOException {
        SignedNote.NoteSignature signature = checkpoint.note().signatures().getFirst();
        ByteBuffer record = ByteBuffer.allocate(RECORD_BYTES)
                .putLong(checkpoint.size())
                .put(checkpoint.root().bytes())
                .putInt(signature.keyId())
                .put(signature.bytes());
        record.putInt(checksum(record.array()));
        write(record.flip(), offset(count));
        file.force(false);
        count++;
    }

    /// Returns a record's checkpoint, unless the record fails its checksum.
    Optional<Checkpoint> checkpoint(long number) throws IOException {
        byte[] bytes = read(offset(number), RECORD_BYTES);
        ByteBuffer record = ByteBuffer.wrap(bytes);
        if (record.getInt(SIGNED_BYTES) != checksum(bytes)) return Optional.empty();
        long size = record.getLong();
        Hash root = Hash.at(bytes, Long.BYTES);
        int keyId = record.getInt(Long.BYTES + Hash.SIZE_BYTES);
        byte[] signature = Arrays.copyOfRange(bytes, SIGNED_BYTES - SIGNATURE_BYTES, SIGNED_BYTES);
        String text = Checkpoint.text(origin, size, root);
        SignedNote note = new SignedNote(text, List.of(new SignedNote.NoteSignature(origin, keyId, signature)));
        return Optional.of(new Checkpoint(origin, size, root, note));
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    static long offset(long number) {
        return HEADER.length + number * RECORD_BYTES;
    }

    private static int checksum(byte[] record) {
        CRC32C crc = new CRC32C();
        crc.update(record, 0, SIGNED_BYTES);
        return (int) crc.getValue();
    }

    private byte[] read(long offset, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, offset + bytes.position()) < 0)
                throw new LogIsDamaged(NAME + " ends in the middle of a record");
        }
        return bytes.array();
    }

    private void write(ByteBuffer bytes, long offset) throws IOException {
        while (bytes.hasRemaining()) file.write(bytes, offset + bytes.position());
    }
}
