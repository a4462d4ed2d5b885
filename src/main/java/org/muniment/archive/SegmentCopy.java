package org.muniment.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.muniment.merklelog.Hash;

/// Copies segments one by one. One that a copy has already, sealed with the same hash, is not read
/// again; a sealed copy is never replaced, for a sealed segment never changes. But one that was copied with damage
/// is, as soon as the original is what was sealed.
final class SegmentCopy {
    private static final int WINDOW_BYTES = 1 << 20;
    private static final String AS_IT_IS = " does not hash to what it was sealed with; it was copied as it is";

    private final StoreLayout to;
    private final Function<Path, Optional<CopiedFile>> known;
    private final Consumer<String> damaged;

    /// @param known what is known of a file of an older copy
    /// @param damaged takes a sentence for each segment whose bytes are not what was written
    SegmentCopy(StoreLayout to, Function<Path, Optional<CopiedFile>> known, Consumer<String> damaged) {
        this.to = to;
        this.known = known;
        this.damaged = damaged;
    }

    /// Whether an older copy has the segment as it was while it was written to, or damaged: that is replaced
    /// together with all else, or the older copy would not be whole any more.
    boolean isToBeReplaced(KeyTable.Row row) throws IOException {
        Path copy = to.segment(row.segmentId(), row.created());
        Optional<CopiedFile> before = known.apply(copy).filter(it -> isThere(it, copy));
        return before.isPresent() && (before.get().isDamaged() || trailer(copy).isEmpty());
    }

    /// Copies a segment that another one follows; nothing if it is missing, and was never copied.
    ///
    /// @param staged where it goes if an older copy has it otherwise
    Optional<CopiedFile> ended(Path from, KeyTable.Row row, StoreLayout staged) throws IOException {
        Path copy = to.segment(row.segmentId(), row.created());
        Optional<CopiedFile> before = known.apply(copy).filter(it -> isThere(it, copy));
        if (!Files.exists(from)) {
            damaged.accept(from + " is missing" + kept(before));
            return before;
        }
        Optional<SegmentTrailer> trailer = trailer(from);
        if (before.filter(CopiedFile::isDamaged).isPresent()) {
            if (trailer.isEmpty() || !isAsSealed(from, trailer.get())) {
                damaged.accept(from + AS_IT_IS);
                return before;
            }
        } else if (before.isPresent() && trailer(copy).isPresent()) {
            if (!trailer.equals(trailer(copy)) || before.get().bytes() != Files.size(from))
                damaged.accept(from + " was sealed with another hash when it was copied before" + kept(before));
            return before;
        }
        Path place = before.isPresent() ? staged.segment(row.segmentId(), row.created()) : copy;
        CopiedFile copied = CopiedFile.of(from, place);
        if (isAsSealed(place)) return Optional.of(copied);
        damaged.accept(from + AS_IT_IS);
        return Optional.of(copied.damaged());
    }

    private static boolean isThere(CopiedFile known, Path copy) {
        try {
            return Files.size(copy) == known.bytes();
        } catch (IOException gone) {
            return false;
        }
    }

    private static String kept(Optional<CopiedFile> before) {
        return before.isPresent() ? "; the copy has it, and keeps it" : "";
    }

    /// What a segment was sealed with; empty for one that was left open or abandoned.
    private static Optional<SegmentTrailer> trailer(Path file) throws IOException {
        long at = Files.size(file) - SegmentTrailer.SIZE_BYTES;
        if (at < SegmentHeader.SIZE_BYTES) return Optional.empty();
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer bytes = ByteBuffer.allocate(SegmentTrailer.SIZE_BYTES);
            if (!DurableFiles.readFully(channel, bytes, at)) return Optional.empty();
            return SegmentTrailer.read(bytes.flip(), file.toString()).filter(it -> it.lengthBytes() == at);
        }
    }

    static boolean isAsSealed(Path file) throws IOException {
        Optional<SegmentTrailer> trailer = trailer(file);
        return trailer.isEmpty() || isAsSealed(file, trailer.get());
    }

    private static boolean isAsSealed(Path file, SegmentTrailer trailer) throws IOException {
        return Hash.of(SegmentBytes.digest(file, trailer.lengthBytes()).digest())
                .equals(trailer.hash());
    }

    /// Copies the last segment, up to the end of the frame with the last entry before a number; what
    /// the archive writes meanwhile stays behind.
    CopiedFile open(Path from, KeyTable.Row row, long size, StoreLayout staged) throws IOException {
        Path copy = staged.segment(row.segmentId(), row.created());
        try (var window = new SegmentWindow(from, WINDOW_BYTES)) {
            var scan = new FrameScan(window, from.toString());
            long at = Math.min(SegmentHeader.SIZE_BYTES, window.fileSize());
            long next = row.firstAccession();
            for (long sequence = 0; next < size; sequence++) {
                FrameHeader frame = scan.frame(at, sequence, next, (offset, record) -> {});
                next += frame.records();
                at = frame.end();
            }
            return CopiedFile.of(from, at, copy);
        } catch (StoreIsDamaged damage) {
            damaged.accept(damage.sentence() + "; " + from + " was copied as it is");
            return CopiedFile.of(from, copy);
        }
    }
}
