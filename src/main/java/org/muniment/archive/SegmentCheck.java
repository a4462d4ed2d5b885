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

    /// Reads `records` records; returns how the segment ended, for the one after it.
    ///
    /// @param next header of the segment after this one; empty for the last segment
    void check(SegmentHeader.Ending previous, long records, Optional<SegmentHeader> next) throws IOException {
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
            checkEnd(scan, window.fileSize(), end, offsets.count(), next);
        }
        if (next.isPresent()) checkIndex(offsets, end);
    }

    private void checkHeader(SegmentHeader.Ending previous) throws IOException {
        SegmentHeader header = Recovery.header(file);
        if (!header.storeId().equals(store.identity().storeId())
                || !header.origin().equals(store.identity().origin())
                || header.segmentId() != row.segmentId()
                || header.createdMicros() != row.createdMicros()
                || header.keyVersion() != row.keyVersion()
                || header.firstAccession() != row.firstAccession())
            throw new StoreIsDamaged(file + ": the segment is another one than its name and the key table say");
        if (!header.previous().equals(previous))
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

    private void checkEnd(FrameScan scan, long fileSize, long end, int records, Optional<SegmentHeader> next)
            throws IOException {
        Optional<SegmentTrailer> trailer = scan.trailer(end);
        if (trailer.isPresent() && end + SegmentTrailer.SIZE_BYTES == fileSize) {
            var expected = new SegmentTrailer(
                    records,
                    end,
                    row.firstAccession() + records - 1,
                    Hash.of(Recovery.digest(file, end).digest()));
            if (!trailer.get().equals(expected))
                findings.accept(file + ": the trailer does not say what the segment holds");
            return;
        }
        // A segment that was abandoned after a force had failed has no trailer; what follows its end does not exist.
        if (next.isPresent() && next.get().previous().forcedEnd() != end)
            findings.accept(file + ": the segment ends at byte " + end + ", but the next one says otherwise");
        if (next.isPresent() && isSealedLater(scan, fileSize, end))
            findings.accept(file + ": the segment's trailer stands elsewhere than at its end");
    }

    private static boolean isSealedLater(FrameScan scan, long fileSize, long end) throws IOException {
        long at = fileSize - SegmentTrailer.SIZE_BYTES;
        return at > end && scan.trailer(at).isPresent();
    }

    private void checkIndex(RecordOffsets offsets, long end) throws IOException {
        Path index = store.segments().indexFile(row);
        byte[] expected = SegmentIndex.encode(row.segmentId(), row.firstAccession(), offsets, end);
        // A missing one is made again when it is needed.
        if (Files.exists(index) && !Arrays.equals(Files.readAllBytes(index), expected))
            findings.accept(index + ": the index does not match its segment; delete it, it is made again");
    }
}
