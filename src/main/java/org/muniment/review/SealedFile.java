package org.muniment.review;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.muniment.workflow.ColumnSeal;

/// A file kept sealed: pieces of 1 MiB, each bound to its file, its place and whether it is the last,
/// so that none can be changed, moved, left out or cut off unseen (ADR 33).
final class SealedFile {
    private static final int PIECE_BYTES = 1 << 20;
    private static final int SEALED_PIECE_BYTES_MAX = PIECE_BYTES + 64;

    private final Path folder;
    private final Path path;
    private final String name;
    private final ColumnSeal seal;

    /// @param name of the file among all, such as its number
    SealedFile(Path folder, String name, ColumnSeal seal) {
        this.folder = folder;
        this.path = folder.resolve(name + ".sealed");
        this.name = name;
        this.seal = seal;
    }

    /// What was written.
    record Content(long sizeBytes, String sha256) {}

    /// Takes the bytes to their end; on disk on return. Refuses more than `bytesMax`, and then
    /// nothing is left.
    Content write(InputStream bytes, long bytesMax) throws IOException {
        Files.createDirectories(folder);
        Path beginning = path.resolveSibling(path.getFileName() + ".part");
        MessageDigest digest = ReviewMail.sha256();
        try {
            long size;
            try (OutputStream file = Files.newOutputStream(beginning);
                    DataOutputStream out = new DataOutputStream(file)) {
                size = copy(new DigestInputStream(bytes, digest), out, bytesMax);
            }
            force(beginning);
            Files.move(beginning, path, StandardCopyOption.ATOMIC_MOVE);
            force(folder);
            return new Content(size, HexFormat.of().formatHex(digest.digest()));
        } finally {
            Files.deleteIfExists(beginning);
        }
    }

    private long copy(InputStream bytes, DataOutputStream out, long bytesMax) throws IOException {
        long size = 0;
        byte[] piece = bytes.readNBytes(PIECE_BYTES);
        for (int index = 0; ; index++) {
            size += piece.length;
            if (size > bytesMax)
                throw new ReviewIsMalformed(
                        "A file has at most %,d MB. Split it, or make the scan smaller.".formatted(bytesMax >> 20));
            byte[] next = bytes.readNBytes(PIECE_BYTES);
            byte[] sealed = seal.seal(piece, place(index, next.length == 0));
            out.writeInt(sealed.length);
            out.write(sealed);
            if (next.length == 0) return size;
            piece = next;
        }
    }

    private String place(int index, boolean isLast) {
        return "review file " + name + ", piece " + index + (isLast ? ", the last" : "");
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// Writes the bytes as they were taken. Throws [org.muniment.workflow.SealIsBroken] at the first
    /// piece that is not as it was.
    void copyTo(OutputStream out, long sizeBytes) throws IOException {
        try (InputStream file = Files.newInputStream(path);
                DataInputStream in = new DataInputStream(file)) {
            long left = sizeBytes;
            for (int index = 0; index == 0 || left > 0; index++) {
                int length = in.readInt();
                if (length < 0 || length > SEALED_PIECE_BYTES_MAX) throw new EOFException(path + " is damaged");
                byte[] piece = seal.open(in.readNBytes(length), place(index, left <= PIECE_BYTES));
                out.write(piece);
                left -= piece.length;
            }
        }
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }
}
