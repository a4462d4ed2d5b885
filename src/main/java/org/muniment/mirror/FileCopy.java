package org.muniment.mirror;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Makes one file equal to another.
final class FileCopy {
    private static final int PIECE_BYTES = 1 << 20;
    /// What is replaced whole is never half new; what only grows is written where it differs.
    private static final long SMALL_BYTES_MAX = 1 << 20;

    private FileCopy() {}

    /// How far the target is believed where it looks equal.
    enum Trust {
        /// What is read is on the disk.
        FULL,
        /// A force of it may have failed: the kernel shows bytes that it will never write. All is written again.
        NONE
    }

    /// Copies what differs and forces it; bytes before `from` are known to be equal. A small file is always made anew.
    static void equalise(Path source, Path target, long from, Trust trust) throws IOException {
        long size = Files.size(source);
        if (!Files.exists(target) || size <= SMALL_BYTES_MAX) {
            renew(source, target);
            return;
        }
        try (var read = FileChannel.open(source, StandardOpenOption.READ);
                var write = FileChannel.open(target, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES);
            ByteBuffer there = ByteBuffer.allocate(PIECE_BYTES);
            for (long at = Math.min(from, write.size()); at < size; at += piece.limit()) {
                fill(read, piece, at, size);
                boolean isSame = trust == Trust.FULL && tryFill(write, there, at, size) && there.equals(piece);
                if (!isSame) writeFully(write, piece.duplicate(), at);
            }
            if (write.size() > size) write.truncate(size);
            write.force(true);
        }
    }

    /// Whether two files have the same bytes from a place on.
    static boolean isEqual(Path one, Path other, long from) throws IOException {
        try (var a = FileChannel.open(one, StandardOpenOption.READ);
                var b = FileChannel.open(other, StandardOpenOption.READ)) {
            long size = a.size();
            if (b.size() != size) return false;
            ByteBuffer piece = ByteBuffer.allocate(Math.clamp(size - from, 0, PIECE_BYTES));
            ByteBuffer there = ByteBuffer.allocate(piece.capacity());
            for (long at = Math.max(0, from); at < size; at += piece.limit()) {
                fill(a, piece, at, size);
                fill(b, there, at, size);
                if (!piece.equals(there)) return false;
            }
            return true;
        }
    }

    private static void renew(Path source, Path target) throws IOException {
        Path fresh = target.resolveSibling(target.getFileName() + ".resync");
        Files.deleteIfExists(fresh);
        try (var read = FileChannel.open(source, StandardOpenOption.READ);
                var write = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            keepPrivate(source, fresh);
            long size = read.size();
            ByteBuffer piece = ByteBuffer.allocate((int) Math.min(size, PIECE_BYTES));
            for (long at = 0; at < size; at += piece.limit()) {
                fill(read, piece, at, size);
                writeFully(write, piece.duplicate(), at);
            }
            write.force(true);
        }
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void keepPrivate(Path source, Path fresh) throws IOException {
        var from = Files.getFileAttributeView(source, java.nio.file.attribute.PosixFileAttributeView.class);
        var to = Files.getFileAttributeView(fresh, java.nio.file.attribute.PosixFileAttributeView.class);
        if (from != null && to != null) to.setPermissions(from.readAttributes().permissions());
    }

    private static boolean tryFill(FileChannel from, ByteBuffer into, long at, long end) {
        try {
            fill(from, into, at, end);
            return true;
        } catch (IOException toBeWrittenAgain) {
            return false;
        }
    }

    private static void fill(FileChannel from, ByteBuffer into, long at, long end) throws IOException {
        into.clear().limit((int) Math.min(into.capacity(), end - at));
        long next = at;
        while (into.hasRemaining()) {
            int read = from.read(into, next);
            if (read < 0) throw new IOException("a file became shorter while it was copied");
            next += read;
        }
        into.flip();
    }

    private static void writeFully(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) at += channel.write(bytes, at);
    }
}
