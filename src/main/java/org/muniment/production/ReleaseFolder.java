package org.muniment.production;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// This is where a release is made: a folder beside its destination that nobody else may look into, moved there in one
/// step when all is verified, and removed if it is not.
final class ReleaseFolder implements AutoCloseable {
    private static final String IN_WORK = ".release-in-work-";
    private static final Duration LEFT_BEHIND_AFTER = Duration.ofDays(1);

    private final Path destination;
    private final Path work;
    private boolean delivered;

    private ReleaseFolder(Path destination, Path work) {
        this.destination = destination;
        this.work = work;
    }

    static ReleaseFolder at(Path out, Instant now) throws IOException {
        var destination = out.toAbsolutePath().normalize();
        var parent = destination.getParent();
        if (parent == null) throw new ReleaseRefused("A release needs a folder of its own, not " + out + ".");
        Files.createDirectories(parent);
        removeLeftBehind(parent, now);
        return new ReleaseFolder(destination, Files.createTempDirectory(parent, IN_WORK));
    }

    /// A release that was killed could not remove what it had made so far, and it is not redacted yet.
    private static void removeLeftBehind(Path parent, Instant now) throws IOException {
        try (var found = Files.newDirectoryStream(parent, IN_WORK + "*")) {
            for (var folder : found) {
                var changed = Files.getLastModifiedTime(folder).toInstant();
                if (changed.isBefore(now.minus(LEFT_BEHIND_AFTER))) Files.walkFileTree(folder, new Removal());
            }
        }
    }

    static void requireNewOrEmpty(Path out) throws IOException {
        if (Files.exists(out) && !isEmptyFolder(out))
            throw new ReleaseRefused("The folder " + out + " is not empty. Name a new one: a release stands alone.");
    }

    Path work() {
        return work;
    }

    void deliver() throws IOException {
        Files.deleteIfExists(destination);
        Files.move(work, destination, StandardCopyOption.ATOMIC_MOVE);
        delivered = true;
    }

    /// What was not delivered is removed, whatever stopped it.
    @Override
    public void close() throws IOException {
        if (!delivered) Files.walkFileTree(work, new Removal());
    }

    /// Says in the destination why there is no release.
    static void refuse(Path out, String reason) throws IOException {
        Files.createDirectories(out);
        Files.writeString(out.resolve("refused.txt"), "Nothing was released.\n\n" + reason + "\n");
    }

    private static boolean isEmptyFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) return false;
        try (var entries = Files.list(folder)) {
            return entries.findAny().isEmpty();
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
