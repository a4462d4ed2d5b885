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

    /// What the file it copies from cannot give, while the one it copies to may be in order.
    static final class SourceIsUnreadable extends IOException {
        SourceIsUnreadable(IOException cause) {
            super(Copies.reason(cause), cause);
        }

        SourceIsUnreadable(String sentence) {
            super(sentence);
        }
    }

    /// What two files have in common.
    ///
    /// @param same how many bytes from the beginning
    /// @param isContradicted whether the target has other bytes than the source behind them, or has some where the
    ///     source cannot be read or has none
    record Comparison(long same, boolean isContradicted) {}

    /// Compares two files up to where the target contradicts the source.
    static Comparison compare(Path source, Path target) throws IOException {
        if (!Files.exists(target)) return new Comparison(0, false);
        try (var theirs = FileChannel.open(target, StandardOpenOption.READ)) {
            long size = theirs.size();
            try (var ours = FileChannel.open(source, StandardOpenOption.READ)) {
                return compare(ours, theirs, size);
            } catch (IOException unreadable) {
                return new Comparison(0, size > 0);
            }
        } catch (IOException unreadable) {
            return new Comparison(0, false);
        }
    }

    private static Comparison compare(FileChannel ours, FileChannel theirs, long size) throws IOException {
        long common = Math.min(ours.size(), size);
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(common, PIECE_BYTES));
        ByteBuffer there = ByteBuffer.allocate(piece.capacity());
        long same = common;
        for (long at = 0; at < common; at += PIECE_BYTES) {
            if (!tryFill(theirs, there, at, common)) same = Math.min(same, at);
            else if (!tryFill(ours, piece, at, common) || !piece.equals(there))
                return new Comparison(Math.min(same, at), true);
        }
        return new Comparison(same, size > common);
    }

    /// Writes the first bytes of one file into another where it has other ones; cuts off the rest if all are asked for.
    static void mend(Path good, Path damaged, long asked) throws IOException {
        try (var read = FileChannel.open(good, StandardOpenOption.READ);
                var write = FileChannel.open(damaged, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long bytes = asked == Judge.ALL ? read.size() : asked;
            ByteBuffer piece = ByteBuffer.allocate((int) Math.min(bytes, PIECE_BYTES));
            ByteBuffer there = ByteBuffer.allocate(piece.capacity());
            for (long at = 0; at < bytes; at += piece.limit()) {
                fill(read, piece, at, bytes);
                if (!tryFill(write, there, at, bytes) || !there.equals(piece)) writeFully(write, piece.duplicate(), at);
            }
            if (asked == Judge.ALL) write.truncate(bytes);
            write.force(true);
        }
    }

    /// Copies what differs and forces it; bytes before `from` are known to be equal. A small file is always made anew.
    static void equalise(Path source, Path target, long from, Trust trust) throws IOException {
        try (var read = openSource(source)) {
            long size = sizeOfSource(read);
            if (!Files.exists(target) || size <= SMALL_BYTES_MAX) renew(source, read, target, size);
            else overwrite(read, size, target, from, trust);
        }
    }

    private static void overwrite(FileChannel read, long size, Path target, long from, Trust trust) throws IOException {
        try (var write = FileChannel.open(target, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer piece = ByteBuffer.allocate(PIECE_BYTES);
            ByteBuffer there = ByteBuffer.allocate(PIECE_BYTES);
            for (long at = Math.min(from, write.size()); at < size; at += piece.limit()) {
                fillFromSource(read, piece, at, size);
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

    private static void renew(Path source, FileChannel read, Path target, long size) throws IOException {
        Path fresh = target.resolveSibling(target.getFileName() + ".resync");
        Files.deleteIfExists(fresh);
        try (var write = FileChannel.open(fresh, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            keepPrivate(source, fresh);
            ByteBuffer piece = ByteBuffer.allocate((int) Math.min(size, PIECE_BYTES));
            for (long at = 0; at < size; at += piece.limit()) {
                fillFromSource(read, piece, at, size);
                writeFully(write, piece.duplicate(), at);
            }
            write.force(true);
        }
        Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static FileChannel openSource(Path source) throws SourceIsUnreadable {
        try {
            return FileChannel.open(source, StandardOpenOption.READ);
        } catch (IOException trouble) {
            throw new SourceIsUnreadable(trouble);
        }
    }

    private static long sizeOfSource(FileChannel source) throws SourceIsUnreadable {
        try {
            return source.size();
        } catch (IOException trouble) {
            throw new SourceIsUnreadable(trouble);
        }
    }

    private static void fillFromSource(FileChannel source, ByteBuffer into, long at, long end)
            throws SourceIsUnreadable {
        try {
            fill(source, into, at, end);
        } catch (IOException trouble) {
            throw new SourceIsUnreadable(trouble);
        }
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
