package org.muniment.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;

/// The three steps after which a file is there for good: write, force, force the folder that names it.
final class DurableFiles {
    private DurableFiles() {}

    /// Makes a folder and its parents; each is on disk on return. One that is there may have been made a moment ago,
    /// by an attempt whose force failed: its name is forced as well.
    static void makeFolder(Path folder) throws IOException {
        Path parent = folder.getParent();
        if (!Files.isDirectory(folder)) {
            if (parent != null) makeFolder(parent);
            Files.createDirectory(folder);
        }
        if (parent != null) forceOwnFolder(parent);
    }

    /// Forces a folder this program may have written to; in one that it cannot write to there is nothing to force.
    static void forceOwnFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder) && Files.isWritable(folder) && Files.isReadable(folder)) forceFolder(folder);
    }

    /// Replaces a file's whole content: readers and a crash see the old or the new, never a mixture.
    static void replace(Path file, byte[] content) throws IOException {
        Path temporary = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(temporary);
        try (var channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            keepPrivate(temporary);
            writeFully(channel, ByteBuffer.wrap(content), 0);
            channel.force(true);
        }
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceFolder(folderOf(file));
    }

    static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file is in a folder");
    }

    static void forceFolder(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    static void writeFully(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) at += channel.write(bytes, at);
    }

    /// Fills the buffer from a position; false if the file ends before.
    static boolean readFully(FileChannel channel, ByteBuffer into, long position) throws IOException {
        long at = position;
        while (into.hasRemaining()) {
            int read = channel.read(into, at);
            if (read < 0) return false;
            at += read;
        }
        return true;
    }

    static void keepPrivate(Path file) throws IOException {
        var posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (posix != null) posix.setPermissions(PosixFilePermissions.fromString("rw-------"));
    }
}
