package org.muniment.merklelog;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;

/// The files below one folder, written so that they survive a power cut: each file is forced as it is
/// written, the directories that name them together, by [#forceDirectories].
final class DurableFiles {
    private static final String FRESH = ".new";
    private static final int KNOWN_MAX = 10_000;

    private final Path folder;
    // Directories this process has seen forced into their parents. One that merely exists may be a dead
    // process's, known to the page cache alone.
    private final Set<Path> known = new HashSet<>();
    private final Set<Path> ensured = new HashSet<>();
    private final Set<Path> unforced = new LinkedHashSet<>();

    DurableFiles(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    Path path(String name) {
        Path path = folder;
        for (String element : name.split("/", -1)) path = path.resolve(element);
        return path;
    }

    byte[] read(String name) throws IOException {
        return Files.readAllBytes(path(name));
    }

    /// Writes a file whole and forces its bytes; its name is durable after [#forceDirectories]. What is
    /// there is never cut short meanwhile: a signature whose force failed may have reached the disk, and
    /// would have nothing under it.
    void write(String name, byte[] bytes) throws IOException {
        if (!Files.exists(path(name))) {
            writeInPlace(name, bytes);
            return;
        }
        writeInPlace(name + FRESH, bytes);
        rename(name);
    }

    private void writeInPlace(String name, byte[] bytes) throws IOException {
        Path file = path(name);
        ensureDirectory(parent(file));
        // A retry after a failed force comes here too, and must dirty the pages again: Linux marks failed
        // pages clean.
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) channel.write(rest);
            channel.force(false);
        }
        unforced.add(parent(file));
    }

    /// Replaces a file at once: after a power cut the old bytes are there or the new ones.
    void replace(String name, byte[] bytes) throws IOException {
        writeInPlace(name + FRESH, bytes);
        rename(name);
        forceDirectories();
    }

    private void rename(String name) throws IOException {
        Files.move(path(name + FRESH), path(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void ensureDirectory(Path directory) throws IOException {
        if (known.contains(directory)) return;
        if (directory.equals(folder)) {
            ensureFolder();
        } else {
            ensureDirectory(parent(directory));
            if (!Files.isDirectory(directory)) Files.createDirectory(directory);
            unforced.add(parent(directory));
        }
        ensured.add(directory);
    }

    private static Path parent(Path below) {
        return Objects.requireNonNull(below.getParent(), "every file is below the folder");
    }

    /// Makes the folder itself with all its parents.
    void ensureFolder() throws IOException {
        for (Path path = folder; path != null; path = path.getParent()) {
            if (path.getParent() != null) unforced.add(path.getParent());
            if (Files.isDirectory(path)) break;
        }
        Files.createDirectories(folder);
        unforced.add(folder);
    }

    void forceDirectories() throws IOException {
        for (Path directory : unforced) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
        unforced.clear();
        if (known.size() > KNOWN_MAX) known.clear();
        known.addAll(ensured);
        ensured.clear();
    }

    /// Deletes a directory of files that are no longer needed, if it is there.
    void deleteDirectory(String name) throws IOException {
        Path directory = path(name);
        if (!Files.isDirectory(directory)) return;
        try (var files = Files.newDirectoryStream(directory)) {
            for (Path file : files) Files.deleteIfExists(file);
        }
        Files.deleteIfExists(directory);
        known.remove(directory);
    }
}
