package org.muniment.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.muniment.alarm.Alarms;
import org.muniment.merklelog.Checkpoint;
import org.muniment.merklelog.Hash;
import org.muniment.merklelog.LogKey;
import org.muniment.merklelog.MerkleLog;

/// Somebody with every key of a store and time alone with its disk: what is forged here has the right checksums,
/// hashes,
/// chain and signatures, as far as these keys go.
final class Insider {
    final Path folder;
    final ArchiveSettings settings;
    final AtomicReference<Instant> now = new AtomicReference<>(Fixture.NOON);
    final Alarms alarms;

    Insider(Path folder, ArchiveSettings settings, Alarms alarms) {
        this.folder = folder;
        this.settings = settings;
        this.alarms = alarms;
    }

    Archive open() throws IOException {
        return Archive.open(folder, settings, alarms, now::get);
    }

    StoreLayout layout() {
        return new StoreLayout(folder);
    }

    StoreIdentity identity() throws IOException {
        return StoreIdentity.read(layout());
    }

    LogKey logKey() throws IOException {
        return LogKey.of(
                identity().origin(), identity().openVault(layout(), settings).logKeyPair());
    }

    Path log() throws IOException {
        return layout().log(identity().origin());
    }

    /// Does something with the archive as it is, and closes it in good order.
    interface Use {
        void of(Archive archive) throws IOException;
    }

    void use(Use use) throws IOException {
        try (Archive archive = open()) {
            use.of(archive);
            archive.publish();
        }
    }

    List<KeyTable.Row> rows() throws IOException {
        return KeyTable.read(layout().keyTable());
    }

    void writeRows(List<KeyTable.Row> rows) throws IOException {
        ByteBuffer to = ByteBuffer.allocate(24 + rows.size() * 80);
        to.putLong(0x4d554e4b45595331L).putInt(1).putLong(rows.size()).putInt(Checksum.of(to, 0, 20));
        for (KeyTable.Row row : rows) {
            int at = to.position();
            to.putLong(row.segmentId()).putLong(row.createdMicros()).putLong(row.firstAccession());
            to.putInt(row.keyVersion()).putInt(1).put(row.key().bytes()).putInt(0);
            to.putInt(Checksum.of(to, at, 76));
        }
        Files.write(layout().keyTable(), to.array());
    }

    Path segment(KeyTable.Row row) {
        return layout().segment(row.segmentId(), row.created());
    }

    Path segment(int place) throws IOException {
        return segment(rows().get(place));
    }

    /// A record where it is.
    record Found(Path file, long offset, RecordHeader header) {
        byte[] body() throws IOException {
            return Insider.bytes(file, offset + header.bodyAt(), (int) header.bodyLength());
        }
    }

    Found record(long accession) throws IOException {
        KeyTable.Row holding = rows().stream()
                .filter(row -> row.firstAccession() <= accession)
                .reduce((_, later) -> later)
                .orElseThrow();
        SegmentTail tail = SegmentTail.read(segment(holding), holding.firstAccession());
        long offset = tail.offsets().offset((int) (accession - holding.firstAccession()));
        try (var window = new SegmentWindow(segment(holding), RecordOpener.WINDOW_BYTES)) {
            var header = RecordHeader.read(window.at(offset, StoredRecord.HEADER_WANTED), "the record");
            return new Found(segment(holding), offset, header);
        }
    }

    /// Writes a record over one of the same length, as if it had been captured so.
    void overwrite(Found found, RecordHeader header, byte[] body) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) header.lengthBytes());
        header.write(bytes);
        bytes.put(body).putInt(Checksum.of(body, 0, body.length));
        if (bytes.capacity() != found.header().lengthBytes()) throw new AssertionError("another length");
        write(found.file(), found.offset(), bytes.array());
        chainAgain();
    }

    /// Makes trailers and the headers after them say what the segments hold now.
    private void chainAgain() throws IOException {
        List<KeyTable.Row> rows = rows();
        for (int i = 0; i + 1 < rows.size(); i++) {
            Path next = segment(rows.get(i + 1));
            SegmentHeader header = Recovery.header(next);
            SegmentHeader.Ending before = header.previous();
            Path file = segment(rows.get(i));
            Hash hash = Hash.of(SegmentBytes.digest(file, before.forcedEnd()).digest());
            long records = rows.get(i + 1).firstAccession() - rows.get(i).firstAccession();
            long last = rows.get(i + 1).firstAccession() - 1;
            write(file, before.forcedEnd(), new SegmentTrailer(records, before.forcedEnd(), last, hash).encoded());
            var ending = new SegmentHeader.Ending(before.segmentId(), before.forcedEnd(), hash, before.manner());
            var changed = new SegmentHeader(
                    header.storeId(),
                    header.origin(),
                    header.segmentId(),
                    header.createdMicros(),
                    header.firstAccession(),
                    ending,
                    header.keyVersion());
            write(next, 0, changed.encoded());
        }
    }

    /// Makes the log anew from the entries the segments hold now, signed with its own key; returns its checkpoint.
    Checkpoint signAgain() throws IOException {
        List<byte[]> entries = new ArrayList<>();
        String origin = identity().origin();
        long size = 0;
        for (KeyTable.Row row : rows())
            size += SegmentTail.read(segment(row), row.firstAccession())
                    .offsets()
                    .count();
        for (long number = 0; number < size; number++)
            entries.add(record(number).header().entry().text(origin, number));
        LogKey key = logKey();
        delete(log());
        try (MerkleLog log = MerkleLog.open(log(), key)) {
            log.append(entries);
            return log.publish();
        }
    }

    static RecordHeader with(RecordHeader header, EntryFields entry, long accession, String origin) {
        return new RecordHeader(
                header.type(),
                header.flags(),
                accession,
                header.names(),
                header.dictionaryId(),
                header.bodyLength(),
                Hash.ofLeaf(entry.text(origin, accession)),
                header.dataKey(),
                entry,
                header.entryLength());
    }

    static byte[] bytes(Path file, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            if (!DurableFiles.readFully(channel, bytes, at)) throw new AssertionError(file + " is too short");
        }
        return bytes.array();
    }

    static void write(Path file, long at, byte[] bytes) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            DurableFiles.writeFully(channel, ByteBuffer.wrap(bytes), at);
        }
    }

    static void delete(Path folder) throws IOException {
        try (var walk = Files.walk(folder)) {
            for (Path path : walk.sorted((a, b) -> b.compareTo(a)).toList()) Files.delete(path);
        }
    }
}
