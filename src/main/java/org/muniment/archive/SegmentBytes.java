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

    /// Writes the last frame once more before forcing it: had its force failed before the stop, the kernel would take
    /// its pages for clean, and a force alone would lie.
    static void forceAgain(Path file, SegmentTail tail) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES);
            for (long at = tail.lastFrameAt(); at < tail.end(); at += piece.limit()) {
                piece.clear().limit((int) Math.min(PIECE_BYTES, tail.end() - at));
                if (!DurableFiles.readFully(channel, piece, at)) throw new IOException(file + " became shorter");
                DurableFiles.writeFully(channel, piece.flip(), at);
            }
            channel.force(true);
        }
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

    static MessageDigest digestOrThrow(Path file, long end) {
        try {
            return digest(file, end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Returns SHA-256 of the first bytes of a file, to be gone on with.
    static MessageDigest digest(Path file, long end) throws IOException {
        MessageDigest digest = Primitives.sha256();
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES);
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
