package org.muniment.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.muniment.merklelog.Hash;

/// Checks one segment, byte for byte: its place in the chain, every frame, record and body, its end and its index.
final class SegmentCheck {
    private static final int WINDOW_BYTES = 1 << 20;
    private static final int PIECE_BYTES = 64 << 10;

    private final OpenedStore store;
    private final KeyTable.Row row;
    private final Path file;
    private final EntrySink entries;
    private final Consumer<String> findings;

    /// Takes the public text of each record, in order.
    interface EntrySink {
        void next(byte[] text) throws IOException;
    }

    SegmentCheck(OpenedStore store, KeyTable.Row row, EntrySink entries, Consumer<String> findings) {
        this.store = store;
        this.row = row;
        this.file = store.segments().file(row);
        this.entries = entries;
        this.findings = findings;
    }

    /// Reads `records` records; returns how the segment ends, for the one after it.
    ///
    /// @param previous how the segment before this one ends; empty if that cannot be told
    /// @param next header of the segment after this one; empty for the last segment
    SegmentHeader.Ending check(Optional<SegmentHeader.Ending> previous, long records, Optional<SegmentHeader> next)
            throws IOException {
        checkHeader(previous);
        var offsets = new RecordOffsets();
        long end = SegmentHeader.SIZE_BYTES;
        try (var window = new SegmentWindow(file, WINDOW_BYTES);
                var bodies = new SegmentWindow(file, WINDOW_BYTES)) {
            var scan = new FrameScan(window, file.toString());
            for (long frame = 0; offsets.count() < records; frame++)
                end = scan.frame(end, frame, row.firstAccession() + offsets.count(), (offset, header) -> {
                            offsets.add(offset);
                            record(bodies, offset, header);
                        })
                        .end();
            if (next.isEmpty()) return SegmentHeader.Ending.NONE;
            checkIndex(offsets, end);
            var manner = next.get().previous().manner();
            Hash hash = Hash.of(SegmentBytes.digest(file, end).digest());
            if (manner == SegmentHeader.Manner.SEALED)
                checkTrailer(scan, window.fileSize(), end, offsets.count(), hash);
            return new SegmentHeader.Ending(row.segmentId(), end, hash, manner);
        }
    }

    private void checkHeader(Optional<SegmentHeader.Ending> previous) throws IOException {
        SegmentHeader header = Recovery.header(file);
        if (!header.storeId().equals(store.identity().storeId())
                || !header.origin().equals(store.identity().origin())
                || header.segmentId() != row.segmentId()
                || header.createdMicros() != row.createdMicros()
                || header.keyVersion() != row.keyVersion()
                || header.firstAccession() != row.firstAccession())
            throw new StoreIsDamaged(file + ": the segment is another one than its name and the key table say");
        if (previous.isPresent() && !header.previous().equals(previous.get()))
            findings.accept(file + ": the segment does not name the one before it as that one ends");
    }

    private void record(SegmentWindow bodies, long offset, RecordHeader header) throws IOException {
        StoredRecord record = StoredRecord.readHeader(bodies, row, offset, header.accession());
        byte[] text = record.entryText(store.identity().origin());
        try {
            checkBody(record.withBody(bodies));
        } catch (IOException damage) {
            findings.accept("accession " + header.accession() + ": " + damage.getMessage());
        }
        entries.next(text);
    }

    private void checkBody(StoredRecord record) throws IOException {
        try (InputStream content = store.opener().stream(record)) {
            RecordContent.Head head = RecordContent.readHead(content, record.place());
            MessageDigest sha256 = Primitives.sha256();
            sha256.update(head.salt());
            byte[] piece = new byte[PIECE_BYTES];
            long size = 0;
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                sha256.update(piece, 0, read);
                size += read;
            }
            compare(record, size, Hash.of(sha256.digest()), salted(head));
        }
    }

    private static void compare(StoredRecord record, long size, Hash content, Hash text) throws StoreIsDamaged {
        boolean same = switch (record.header().entry()) {
            case EntryFields.CaptureFields capture ->
                capture.sizeBytes() == size
                        && capture.content().equals(content)
                        && capture.envelope().equals(text);
            case EntryFields.DuplicateFields duplicate ->
                size == 0
                        && duplicate.envelope().equals(text)
                        && duplicate.original() < record.header().accession();
            case EntryFields.LifecycleFields lifecycle ->
                size == 0 && lifecycle.event().equals(text);
        };
        if (!same) throw new StoreIsDamaged(record.place() + ": the content is not what the public entry says");
    }

    private static Hash salted(RecordContent.Head head) {
        MessageDigest sha256 = Primitives.sha256();
        sha256.update(head.salt());
        return Hash.of(sha256.digest(head.envelope()));
    }

    private void checkTrailer(FrameScan scan, long fileSize, long end, int records, Hash hash) throws IOException {
        var expected = new SegmentTrailer(records, end, row.firstAccession() + records - 1, hash);
        if (fileSize != end + SegmentTrailer.SIZE_BYTES || !scan.trailer(end).equals(Optional.of(expected)))
            findings.accept(file + ": the segment was sealed, but its trailer does not say what it holds");
    }

    private void checkIndex(RecordOffsets offsets, long end) throws IOException {
        Path index = store.segments().indexFile(row);
        byte[] expected = SegmentIndex.encode(row.segmentId(), row.firstAccession(), offsets, end);
        // A missing one is made again when it is needed.
        if (!Files.exists(index)) return;
        byte[] found = Files.readAllBytes(index);
        if (!Arrays.equals(found, expected) && !SegmentIndex.isOlder(found, expected))
            findings.accept(index + ": the index does not match its segment; delete it, it is made again");
    }
}
