package org.muniment.archive;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.muniment.merklelog.DifferingTiles;
import org.muniment.merklelog.Hash;

/// Two copies of one file of a store that differ: the one in the copy that leads, and the other. A segment that has
/// ended has a hash, in the segment after it and in its own trailer; what fits that is right, whichever copy leads.
public final class DifferingCopies {
    private static final int PIECE_BYTES = 1 << 20;
    private static final long ALL = Long.MAX_VALUE;

    private final Path leading;
    private final Path other;

    private DifferingCopies(Path leading, Path other) {
        this.leading = leading;
        this.other = other;
    }

    /// Returns how many bytes from the beginning must be taken from the other copy, with the leading one's behind them;
    /// all and nothing behind them with [Long#MAX_VALUE], none if the leading one is right as it is. Empty if that
    /// cannot be told; then neither may replace the other.
    public static OptionalLong rightInOther(Path leading, Path other) {
        if (DifferingTiles.isTile(leading)) return DifferingTiles.rightInOther(leading, other);
        var copies = new DifferingCopies(leading, other);
        return leading.toString().endsWith(StoreLayout.SEGMENT_SUFFIX) ? copies.inSegment() : copies.bySoundness();
    }

    private OptionalLong inSegment() {
        Optional<SegmentHeader.Ending> ending = ending();
        if (ending.isEmpty()) return bySoundness();
        SegmentHeader.Ending must = ending.get();
        if (fits(must, 0)) return OptionalLong.of(0);
        if (fits(must, fileEnd(must)))
            return OptionalLong.of(must.manner() == SegmentHeader.Manner.SEALED ? ALL : fileEnd(must));
        // The other one fell behind in the middle of it.
        long sound = Math.min(soundBytes(other), must.forcedEnd());
        return sound > 0 && fits(must, sound) ? OptionalLong.of(sound) : OptionalLong.empty();
    }

    /// What has no hash yet grows, so the one that leads is right; unless it is damaged where the other is not.
    private OptionalLong bySoundness() {
        long sound = soundBytes(leading);
        try {
            if (Files.notExists(leading)) return soundAlone();
            if (sound == Files.size(leading) || soundBytes(other) <= sound) return OptionalLong.of(0);
        } catch (IOException unreadable) {
            return OptionalLong.empty();
        }
        return OptionalLong.empty();
    }

    /// A segment of which nothing says how it ended may lack its end.
    private OptionalLong soundAlone() throws IOException {
        boolean isSegment = other.toString().endsWith(StoreLayout.SEGMENT_SUFFIX);
        return isSegment || soundBytes(other) != Files.size(other) ? OptionalLong.empty() : OptionalLong.of(ALL);
    }

    private static long soundBytes(Path file) {
        try {
            return FilesInDoubt.soundBytes(file);
        } catch (IOException unreadable) {
            return 0;
        }
    }

    /// How the segment ended: as the next one says, or its trailer. What the other copy says counts only for a segment
    /// that is not the last one in the copy that leads: the last one may have been taken up again.
    private Optional<SegmentHeader.Ending> ending() {
        List<Path> later = later(leading);
        return saidBy(later)
                .or(() -> trailer(leading))
                .or(() -> later.isEmpty() ? Optional.empty() : saidBy(later(other)))
                .or(() -> later.isEmpty() && !Files.notExists(leading) ? Optional.empty() : trailer(other));
    }

    private long id() {
        String name = String.valueOf(leading.getFileName());
        return Long.parseLong(name.substring(0, name.length() - StoreLayout.SEGMENT_SUFFIX.length()));
    }

    /// The segments behind it, in order.
    private static List<Path> later(Path file) {
        Path year = file.toAbsolutePath().getParent();
        if (year == null || year.getParent() == null) return List.of();
        String name = String.valueOf(file.getFileName());
        try {
            return FilesInDoubt.segments(year.getParent()).stream()
                    .filter(one -> String.valueOf(one.getFileName()).compareTo(name) > 0)
                    .toList();
        } catch (IOException unreadable) {
            return List.of();
        }
    }

    /// Steps over files whose header cannot be read, or never was written.
    private Optional<SegmentHeader.Ending> saidBy(List<Path> later) {
        long id = id();
        for (Path next : later) {
            Optional<SegmentHeader.Ending> previous = previous(next);
            if (previous.filter(it -> it.segmentId() == id).isPresent()) return previous;
            if (previous.filter(it -> it.segmentId() > id).isPresent()) return Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<SegmentHeader.Ending> previous(Path segment) {
        try {
            return Optional.of(Recovery.header(segment).previous());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<SegmentHeader.Ending> trailer(Path file) {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long at = channel.size() - SegmentTrailer.SIZE_BYTES;
            return trailer(file, channel, at)
                    .map(it -> new SegmentHeader.Ending(id(), at, it.hash(), SegmentHeader.Manner.SEALED));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static Optional<SegmentTrailer> trailer(Path file, FileChannel channel, long at) throws IOException {
        if (at < SegmentHeader.SIZE_BYTES) return Optional.empty();
        ByteBuffer bytes = ByteBuffer.allocate(SegmentTrailer.SIZE_BYTES);
        if (!DurableFiles.readFully(channel, bytes, at)) return Optional.empty();
        return SegmentTrailer.read(bytes.clear(), file.toString()).filter(it -> it.lengthBytes() == at);
    }

    private static long fileEnd(SegmentHeader.Ending ending) {
        boolean isSealed = ending.manner() == SegmentHeader.Manner.SEALED;
        return ending.forcedEnd() + (isSealed ? SegmentTrailer.SIZE_BYTES : 0);
    }

    /// Whether the first bytes of the other copy with the leading one's behind them are what the segment must be.
    private boolean fits(SegmentHeader.Ending must, long fromOther) {
        MessageDigest digest = Primitives.sha256();
        long border = Math.min(fromOther, must.forcedEnd());
        try {
            feed(digest, other, 0, border);
            feed(digest, leading, border, must.forcedEnd());
            if (!Hash.of(digest.digest()).equals(must.hash())) return false;
            return must.manner() != SegmentHeader.Manner.SEALED
                    || isSealed(fromOther > must.forcedEnd() ? other : leading, must);
        } catch (IOException tooShortOrUnreadable) {
            return false;
        }
    }

    private boolean isSealed(Path file, SegmentHeader.Ending must) throws IOException {
        return Files.size(file) == fileEnd(must)
                && trailer(file).filter(must::equals).isPresent();
    }

    private static void feed(MessageDigest digest, Path file, long from, long end) throws IOException {
        if (from >= end) return;
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE_BYTES, end - from));
            for (long at = from; at < end; at += piece.limit()) {
                piece.clear().limit((int) Math.min(piece.capacity(), end - at));
                if (!DurableFiles.readFully(channel, piece, at)) throw new EOFException(file + " is too short");
                digest.update(piece.flip());
            }
        }
    }
}
