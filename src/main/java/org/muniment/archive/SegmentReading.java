package org.muniment.archive;

import java.io.IOException;
import java.util.Optional;
import org.muniment.merklelog.FormatIsNewer;

/// Reads the records of a segment in order and is not stopped by damage: behind it, reading goes on with the next
/// frame or record that its own checksum shows to be whole.
final class SegmentReading {
    private final FrameScan scan;
    private final long fileSize;
    private final long stop;
    private final Visitor visitor;
    private long next;
    private long at = SegmentHeader.SIZE_BYTES;
    private long sequence;
    private String reported = "";

    interface Visitor {
        /// A record that is whole, as far as its checksums tell.
        void record(long offset, RecordHeader header) throws IOException;

        /// A record whose header is whole and whose body is not.
        void damagedBody(long offset, RecordHeader header) throws IOException;

        /// Nothing can be read of these records, from the first to the one before `end`.
        void lost(long first, long end) throws IOException;

        /// What is wrong, and where.
        void damage(String sentence);
    }

    /// @param first number of the segment's first record
    /// @param records how many there are; what lies beyond does not exist
    SegmentReading(SegmentWindow window, String place, long first, long records, Visitor visitor) throws IOException {
        this.scan = new FrameScan(window, place);
        this.fileSize = window.fileSize();
        this.next = first;
        this.stop = first + records;
        this.visitor = visitor;
    }

    /// Returns where the last record ends.
    long read() throws IOException {
        while (next < stop) {
            long recordsAt = at + FrameHeader.SIZE_BYTES;
            var frame = new Frame(recordsAt);
            try {
                at = scan.frame(at, sequence, next, frame).end();
                sequence++;
            } catch (StoreIsDamaged | FormatIsNewer damage) {
                report(damage);
                findAgain(frame.goodUntil);
            }
        }
        return at;
    }

    /// What was read of a frame, up to its first damage.
    private final class Frame implements FrameScan.Visitor {
        private long goodUntil;

        Frame(long recordsAt) {
            this.goodUntil = recordsAt;
        }

        @Override
        public void record(long offset, RecordHeader header) throws IOException {
            visitor.record(offset, header);
            next++;
            goodUntil = offset + header.lengthBytes();
        }
    }

    /// Goes on from a damaged place until a whole frame begins, or all records are accounted for.
    private void findAgain(long damagedAt) throws IOException {
        long here = damagedAt;
        while (next < stop && here < fileSize) {
            Optional<FrameHeader> frame = scan.frameHeader(here).filter(this::isLater);
            if (frame.isPresent()) {
                lose(frame.get().firstAccession());
                at = here;
                sequence = frame.get().sequence();
                return;
            }
            Optional<RecordHeader> record = record(here);
            here += record.isPresent() ? salvage(here, record.get()) : FrameScan.ALIGNMENT;
        }
        lose(stop);
        at = Math.min(here, fileSize);
    }

    private boolean isLater(FrameHeader frame) {
        return frame.sequence() > sequence && frame.firstAccession() >= next && frame.firstAccession() < stop;
    }

    private Optional<RecordHeader> record(long offset) throws IOException {
        if (!scan.isRecordMagic(offset)) return Optional.empty();
        try {
            RecordHeader header = scan.recordHeader(offset);
            boolean belongs = header.accession() >= next && header.accession() < stop;
            return belongs ? Optional.of(header) : Optional.empty();
        } catch (StoreIsDamaged | FormatIsNewer noRecord) {
            return Optional.empty();
        }
    }

    private long salvage(long offset, RecordHeader header) throws IOException {
        lose(header.accession());
        next++;
        try {
            scan.checkBody(offset, header);
        } catch (StoreIsDamaged damage) {
            report(damage);
            visitor.damagedBody(offset, header);
            // The next record may stand elsewhere than this one's length says.
            return header.bodyAt() & -(long) FrameScan.ALIGNMENT;
        }
        visitor.record(offset, header);
        return header.lengthBytes();
    }

    /// A bad body is met twice: as the end of its frame, and when its record is looked at by itself.
    private void report(IOException damage) {
        String sentence = String.valueOf(damage.getMessage());
        if (!sentence.equals(reported)) visitor.damage(sentence);
        reported = sentence;
    }

    private void lose(long end) throws IOException {
        if (end > next) visitor.lost(next, end);
        next = Math.max(next, end);
    }
}
