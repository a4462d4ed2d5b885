package org.muniment.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;

/// What recovery does with the bytes of a segment as they are.
final class SegmentBytes {
    private static final int PIECE_BYTES = 1 << 20;

    private SegmentBytes() {}

    /// Writes the last frame and a trailer, or the header if there is no frame, once more before forcing
    /// them: had their force failed before the stop, the kernel would take their pages for clean, and a
    /// force alone would lie.
    static void forceAgain(Path file, SegmentTail tail) throws IOException {
        long from = tail.frames() == 0 ? 0 : tail.lastFrameAt();
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long end = tail.state() == SegmentTail.State.SEALED ? channel.size() : tail.end();
            ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE_BYTES, end - from));
            for (long at = from; at < end; at += piece.limit()) {
                piece.clear().limit((int) Math.min(PIECE_BYTES, end - at));
                readTwice(file, channel, piece, at);
                DurableFiles.writeFully(channel, piece.flip(), at);
            }
            channel.force(true);
        }
    }

    /// A bit that flipped on the way must not be written back.
    private static void readTwice(Path file, FileChannel channel, ByteBuffer piece, long at) throws IOException {
        ByteBuffer again = ByteBuffer.allocate(piece.limit());
        if (!DurableFiles.readFully(channel, piece, at) || !DurableFiles.readFully(channel, again, at))
            throw new IOException(file + " became shorter");
        if (!again.flip().equals(piece.duplicate().flip()))
            throw new IOException(file + " gives other bytes each time it is read; nothing was changed");
    }

    static void copyTail(FileChannel from, long at, Path aside) throws IOException {
        try (var to = FileChannel.open(
                aside, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES);
            long size = from.size();
            for (long next = at; next < size; next += piece.limit()) {
                piece.clear().limit((int) Math.min(PIECE_BYTES, size - next));
                DurableFiles.readFully(from, piece, next);
                DurableFiles.writeFully(to, piece.flip(), next - at);
            }
            to.force(true);
        }
        DurableFiles.forceFolder(DurableFiles.folderOf(aside));
    }

    static MessageDigest digestOrThrow(Path file, long firstAccession, long end) {
        try {
            return checkedDigest(file, firstAccession, end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Returns SHA-256 of a segment's header and frames up to an end, to be gone on with. Only of
    /// bytes that match their checksums: what the segment is sealed with must not be the hash of a
    /// bit that flipped on the way.
    static MessageDigest checkedDigest(Path file, long firstAccession, long end) throws IOException {
        MessageDigest digest = Primitives.sha256();
        try (var window = new SegmentWindow(file, PIECE_BYTES)) {
            window.digest(digest);
            byte[] header = new byte[SegmentHeader.SIZE_BYTES];
            ByteBuffer start = window.at(0, header.length);
            start.get(header, 0, Math.min(header.length, start.remaining()));
            SegmentHeader.decode(header, file.toString());
            var scan = new FrameScan(window, file.toString());
            long next = firstAccession;
            long at = SegmentHeader.SIZE_BYTES;
            for (long sequence = 0; at < end; sequence++) {
                FrameHeader frame = scan.frame(at, sequence, next, (offset, record) -> {});
                next += frame.records();
                at = frame.end();
            }
            window.digestTo(end);
        }
        return digest;
    }

    /// Returns SHA-256 of the first bytes of a file, to be gone on with.
    static MessageDigest digest(Path file, long end) throws IOException {
        MessageDigest digest = Primitives.sha256();
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE_BYTES, end));
            for (long at = 0; at < end; at += piece.limit()) {
                piece.clear().limit((int) Math.min(PIECE_BYTES, end - at));
                if (!DurableFiles.readFully(channel, piece, at)) throw new StoreIsDamaged(file + " is too short");
                digest.update(piece.flip());
            }
        }
        return digest;
    }

    static MessageDigest copy(MessageDigest digest) {
        try {
            return (MessageDigest) digest.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's SHA-256 cannot be copied", e);
        }
    }
}
