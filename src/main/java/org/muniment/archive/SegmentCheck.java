package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.muniment.merklelog.FormatIsNewer;
import org.muniment.merklelog.Hash;

/// Checks one segment, byte for byte: its place in the chain, every frame, record and body, its end and its index.
/// Damage does not stop it: what can be read behind the damage is checked as well.
final class SegmentCheck {
    private static final int WINDOW_BYTES = 1 << 20;

    private final PublicStore store;
    private final KeyTable.Row row;
    private final String origin;
    private final Path file;
    private final EntrySink entries;
    private final Consumer<String> findings;
    private final BodyCheck bodies;
    private final Unreadable unreadable;
    private final RecordOffsets offsets = new RecordOffsets();
    private boolean isDamaged;

    /// Takes the public text of each record, in order.
    interface EntrySink {
        void next(byte[] text);

        /// Takes note that the next record's text cannot be read.
        void skip();
    }

    /// @param origin that its entries name
    SegmentCheck(
            PublicStore store,
            KeyTable.Row row,
            String origin,
            BodyCheck bodies,
            EntrySink entries,
            Consumer<String> findings) {
        this.store = store;
        this.row = row;
        this.origin = origin;
        this.file = store.segment(row);
        this.entries = entries;
        this.findings = findings;
        this.bodies = bodies;
        this.unreadable = new Unreadable(file);
    }

    /// Reads `records` records; returns how the segment ends, for the one after it; empty if that cannot be told.
    ///
    /// @param previous how the segment before this one ends; empty if that cannot be told
    /// @param next header of the segment after this one; empty for the last segment
    Optional<SegmentHeader.Ending> check(
            Optional<SegmentHeader.Ending> previous, long records, Optional<SegmentHeader> next) {
        Optional<SegmentHeader.Ending> ending = Optional.empty();
        try {
            checkHeader(previous);
            ending = read(records, next);
        } catch (NoSuchFileException missing) {
            findings.accept(file + " is missing");
        } catch (IOException trouble) {
            findings.accept(file + ": " + trouble.getMessage());
        }
        lose(row.firstAccession() + records);
        unreadable.sentence(records).ifPresent(findings);
        if (isDamaged && unreadable.isEmpty()) findings.accept(file + ": all its records can be read all the same");
        return ending;
    }

    private void checkHeader(Optional<SegmentHeader.Ending> previous) throws IOException {
        try {
            SegmentHeader header = Recovery.header(file);
            if (!header.storeId().equals(store.storeId())
                    || !store.storeId().isOrigin(header.origin())
                    || header.segmentId() != row.segmentId()
                    || header.createdMicros() != row.createdMicros()
                    || header.keyVersion() > row.keyVersion()
                    || header.firstAccession() != row.firstAccession())
                findings.accept(file + ": the segment is another one than its name and the key table say");
            else if (previous.isPresent() && !header.previous().equals(previous.get()))
                findings.accept(file + ": the segment does not name the one before it as that one ends");
        } catch (StoreIsDamaged | FormatIsNewer damage) {
            // The records behind a bad header may be whole: the key table says which they are.
            findings.accept(damage.getMessage());
        }
    }

    private Optional<SegmentHeader.Ending> read(long records, Optional<SegmentHeader> next) throws IOException {
        try (var window = SegmentWindow.pastCache(file, WINDOW_BYTES);
                var large = SegmentWindow.pastCache(file, WINDOW_BYTES)) {
            // Read once: what is hashed, compared with its checksum and opened are the same bytes.
            MessageDigest digest = Primitives.sha256();
            window.digest(digest);
            window.at(0, SegmentHeader.SIZE_BYTES);
            var reading =
                    new SegmentReading(window, file.toString(), row.firstAccession(), records, new Each(window, large));
            long end = reading.read();
            // The hash of a damaged file is another one: that needs no second finding, nor a third in the next segment.
            if (isDamaged) return Optional.empty();
            if (next.isEmpty()) return Optional.of(SegmentHeader.Ending.NONE);
            checkIndex(end);
            window.digestTo(end);
            var manner = next.get().previous().manner();
            Hash hash = Hash.of(digest.digest());
            if (manner == SegmentHeader.Manner.SEALED)
                checkTrailer(new FrameScan(window, file.toString()), window.fileSize(), end, hash);
            return Optional.of(new SegmentHeader.Ending(row.segmentId(), end, hash, manner));
        }
    }

    private final class Each implements SegmentReading.Visitor {
        private final SegmentWindow window;
        private final SegmentWindow large;

        /// @param window through which the segment is read, from its beginning to its end
        /// @param large for records that it does not hold whole, so that it need not go back
        Each(SegmentWindow window, SegmentWindow large) {
            this.window = window;
            this.large = large;
        }

        private SegmentWindow holding(RecordHeader header) {
            return header.lengthBytes() > FrameScan.TOGETHER_BYTES_MAX ? large : window;
        }

        @Override
        public void record(long offset, RecordHeader header) throws IOException {
            Optional<StoredRecord> record = entry(offset, header);
            if (record.isEmpty()) return;
            try {
                bodies.check(record.get(), holding(header));
            } catch (IOException damage) {
                findings.accept(file + ", accession " + header.accession() + ": " + damage.getMessage());
                unreadable.add(header.accession());
            }
        }

        @Override
        public void damagedBody(long offset, RecordHeader header) throws IOException {
            if (entry(offset, header).isPresent()) unreadable.add(header.accession());
        }

        private Optional<StoredRecord> entry(long offset, RecordHeader header) throws IOException {
            try {
                StoredRecord record = StoredRecord.readHeader(holding(header), row, offset, header.accession());
                entries.next(record.entryText(origin));
                offsets.add(offset);
                return Optional.of(record);
            } catch (StoreIsDamaged damage) {
                findings.accept(file + ": " + damage.sentence());
                lose(header.accession() + 1);
                return Optional.empty();
            }
        }

        @Override
        public void lost(long first, long end) {
            lose(end);
        }

        @Override
        public void damage(String sentence) {
            isDamaged = true;
            findings.accept(sentence);
        }
    }

    /// Counts all records before this number as read or lost.
    private void lose(long end) {
        for (long number = row.firstAccession() + offsets.count(); number < end; number++) {
            unreadable.add(number);
            offsets.add(RecordOffsets.LOST);
            entries.skip();
        }
    }

    private void checkTrailer(FrameScan scan, long fileSize, long end, Hash hash) throws IOException {
        int records = offsets.count();
        var expected = new SegmentTrailer(records, end, row.firstAccession() + records - 1, hash);
        if (fileSize != end + SegmentTrailer.SIZE_BYTES || !scan.trailer(end).equals(Optional.of(expected)))
            findings.accept(file + ": the segment was sealed, but its trailer does not say what it holds");
    }

    private void checkIndex(long end) throws IOException {
        Path index = store.index(row);
        byte[] expected = SegmentIndex.encode(row.segmentId(), row.firstAccession(), offsets, end);
        // A missing one is made again when it is needed.
        if (!Files.exists(index)) return;
        byte[] found = Files.readAllBytes(index);
        if (!Arrays.equals(found, expected) && !SegmentIndex.isOlder(found, expected))
            findings.accept(index + ": the index does not match its segment; delete it, it is made again");
    }
}
