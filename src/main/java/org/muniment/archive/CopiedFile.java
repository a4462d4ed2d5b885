package org.muniment.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.HexFormat;

/// This is one file that was copied, with the hash of the bytes that were written.
///
/// @param file where the copy is
/// @param isDamaged whether its original was not what was written when it was copied: once that is mended it is
///     copied again
public record CopiedFile(Path file, long bytes, String sha256, boolean isDamaged) {
    private static final int PIECE_BYTES = 1 << 20;

    public CopiedFile(Path file, long bytes, String sha256) {
        this(file, bytes, sha256, false);
    }

    public CopiedFile at(Path place) {
        return new CopiedFile(place, bytes, sha256, isDamaged);
    }

    public CopiedFile damaged() {
        return new CopiedFile(file, bytes, sha256, true);
    }

    /// Copies a file whole, as it is when it is opened; the copy is on disk on return, and never half
    /// there under its name.
    public static CopiedFile of(Path from, Path to) throws IOException {
        return of(from, Long.MAX_VALUE, to);
    }

    /// Copies the first bytes of a file that may be growing.
    static CopiedFile of(Path from, long bytesMax, Path to) throws IOException {
        DurableFiles.makeFolder(DurableFiles.folderOf(to));
        Path temporary = to.resolveSibling(to.getFileName() + ".new");
        Files.deleteIfExists(temporary);
        CopiedFile copied;
        try (var source = FileChannel.open(from, StandardOpenOption.READ);
                var target = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            DurableFiles.keepPrivate(temporary);
            long bytes = Math.min(bytesMax, source.size());
            copied = new CopiedFile(to, bytes, copy(from, source, bytes, target));
            target.force(true);
        }
        Files.move(temporary, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        DurableFiles.forceFolder(DurableFiles.folderOf(to));
        return copied;
    }

    private static String copy(Path from, FileChannel source, long bytes, FileChannel target) throws IOException {
        MessageDigest digest = Primitives.sha256();
        ByteBuffer piece = ByteBuffer.allocate((int) Math.min(PIECE_BYTES, bytes));
        for (long at = 0; at < bytes; at += piece.limit()) {
            piece.clear().limit((int) Math.min(PIECE_BYTES, bytes - at));
            if (!DurableFiles.readFully(source, piece, at)) throw new IOException(from + " became shorter meanwhile");
            digest.update(piece.flip().duplicate());
            DurableFiles.writeFully(target, piece, at);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Moves a copy to another place of the same file system; it is there for good on return.
    public CopiedFile movedTo(Path place) throws IOException {
        DurableFiles.makeFolder(DurableFiles.folderOf(place));
        Files.move(file, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        DurableFiles.forceFolder(DurableFiles.folderOf(place));
        return at(place);
    }

    /// Writes a small file whole; it is on disk on return.
    public static CopiedFile write(Path to, byte[] content) throws IOException {
        DurableFiles.makeFolder(DurableFiles.folderOf(to));
        DurableFiles.replace(to, content);
        return read(to);
    }

    /// A file that somebody else wrote; it is on disk on return.
    public static CopiedFile forced(Path file) throws IOException {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        DurableFiles.forceFolder(DurableFiles.folderOf(file));
        return read(file);
    }

    /// A file that is there already.
    public static CopiedFile read(Path file) throws IOException {
        long bytes = Files.size(file);
        return new CopiedFile(
                file,
                bytes,
                HexFormat.of().formatHex(SegmentBytes.digest(file, bytes).digest()));
    }

    /// A file that is there already, as its disk has it: read past the page cache where that can be done.
    public static CopiedFile onDisk(Path file) throws IOException {
        MessageDigest digest = Primitives.sha256();
        try (DiskReader reader = DiskReader.pastCache(file)) {
            long size = reader.size();
            ByteBuffer piece = reader.buffer(Math.clamp(size, 1, PIECE_BYTES));
            for (long at = 0; at < size; at += piece.limit()) {
                if (reader.fill(piece, at) != at || !piece.hasRemaining())
                    throw new IOException(file + " became shorter meanwhile");
                digest.update(piece.duplicate());
            }
            return new CopiedFile(file, size, HexFormat.of().formatHex(digest.digest()));
        }
    }
}
