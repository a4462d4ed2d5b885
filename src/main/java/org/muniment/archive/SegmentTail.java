package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the last segment holds, frame by frame, and how it ends.
///
/// @param end where the last good frame ends
/// @param lastFrameAt where the last good frame begins; `end` if there is none
/// @param frames how many good frames there are
/// @param damage what is wrong behind them, empty if nothing is
record SegmentTail(State state, RecordOffsets offsets, long end, long lastFrameAt, long frames, String damage) {
    private static final int WINDOW_BYTES = 1 << 20;

    enum State {
        /// With a trailer.
        SEALED,
        /// Ends with a good frame.
        OPEN,
        /// Ends with a frame that was not wholly written.
        TORN,
        /// A frame is bad that had been forced.
        CORRUPT
    }

    static SegmentTail read(Path file, long firstAccession) throws IOException {
        try (var window = new SegmentWindow(file, WINDOW_BYTES)) {
            return read(window, new FrameScan(window, file.toString()), firstAccession);
        }
    }

    private static SegmentTail read(SegmentWindow window, FrameScan scan, long firstAccession) throws IOException {
        var offsets = new RecordOffsets();
        long size = window.fileSize();
        long at = SegmentHeader.SIZE_BYTES;
        long lastFrameAt = at;
        for (long frames = 0; ; frames++) {
            if (at == size) return new SegmentTail(State.OPEN, offsets, at, lastFrameAt, frames, "");
            if (isTrailer(scan, at, size)) return new SegmentTail(State.SEALED, offsets, at, lastFrameAt, frames, "");
            List<Long> found = new ArrayList<>();
            try {
                long first = firstAccession + offsets.count();
                long end = scan.frame(at, frames, first, (offset, header) -> found.add(offset))
                        .end();
                found.forEach(offsets::add);
                lastFrameAt = at;
                at = end;
            } catch (StoreIsDamaged damage) {
                State state = wasForced(scan, at, size) ? State.CORRUPT : State.TORN;
                return new SegmentTail(state, offsets, at, lastFrameAt, frames, damage.sentence());
            }
        }
    }

    private static boolean isTrailer(FrameScan scan, long at, long size) throws IOException {
        return at + SegmentTrailer.SIZE_BYTES == size
                && scan.trailer(at).filter(t -> t.lengthBytes() == at).isPresent();
    }

    /// A frame had been forced if anything valid was written after it.
    private static boolean wasForced(FrameScan scan, long at, long size) throws IOException {
        if (size - SegmentTrailer.SIZE_BYTES > at && isTrailer(scan, size - SegmentTrailer.SIZE_BYTES, size))
            return true;
        Optional<FrameHeader> bad = scan.frameHeader(at);
        if (bad.isPresent()) return scan.frameHeader(bad.get().end()).isPresent();
        return scan.laterFrame(at, size).isPresent();
    }
}
