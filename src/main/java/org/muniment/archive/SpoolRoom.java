package org.muniment.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;

/// Where large bodies wait for the committer: a share of the memory, and, beyond it, encrypted files.
final class SpoolRoom {
    private static final int NAME_BYTES = 16;

    private final Path folder;
    private final SecureRandom random;
    private final AtomicLong memoryFree;

    private SpoolRoom(Path folder, SecureRandom random, long memoryBytes) {
        this.folder = folder;
        this.random = random;
        this.memoryFree = new AtomicLong(memoryBytes);
    }

    /// Opens the folder, empty: what a stopped process left there was never acknowledged.
    static SpoolRoom open(Path folder, SecureRandom random, long memoryBytes) throws IOException {
        DurableFiles.makeFolder(folder);
        try (var left = Files.newDirectoryStream(folder, "*.spool")) {
            for (Path file : left) Files.delete(file);
        }
        return new SpoolRoom(folder, random, memoryBytes);
    }

    Path newFile() {
        byte[] name = new byte[NAME_BYTES];
        random.nextBytes(name);
        return folder.resolve(HexFormat.of().formatHex(name) + ".spool");
    }

    /// Takes memory if there is enough; whoever took it releases it.
    boolean takeMemory(long bytes) {
        if (memoryFree.addAndGet(-bytes) >= 0) return true;
        memoryFree.addAndGet(bytes);
        return false;
    }

    void releaseMemory(long bytes) {
        memoryFree.addAndGet(bytes);
    }

    static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("a spool file could not be deleted: " + file, e);
        }
    }
}
