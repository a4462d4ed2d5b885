package org.muniment.delivery;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// This is where releases lie: a folder for each, that only the server's own account may look into.
public final class DeliveryFolders {
    private static final String PACKAGE = "package";

    private final Path root;

    public DeliveryFolders(Path root) {
        this.root = root;
    }

    /// A new, empty folder for a release in the making.
    Path begin(DeliveryId id) throws IOException {
        remove(id);
        Files.createDirectories(root);
        if (Files.getFileStore(root).supportsFileAttributeView("posix"))
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        return Files.createDirectory(folder(id));
    }

    /// Gives the prepared files the name they are found under.
    void keep(DeliveryId id, Path prepared) throws IOException {
        Files.move(prepared, packageOf(id));
    }

    Path packageOf(DeliveryId id) {
        return folder(id).resolve(PACKAGE);
    }

    Path zip(HandOver handOver) {
        return zip(handOver.delivery(), handOver.sha256());
    }

    /// A package is found by its hash: the file itself says whether it is the right one.
    Path zip(DeliveryId id, String sha256) {
        return folder(id).resolve(sha256 + ".zip");
    }

    Path zipInWork(DeliveryId id) throws IOException {
        return Files.createTempFile(folder(id), "packing-", ".zip");
    }

    /// Every package beside the release, whole or in work.
    List<Path> zips(DeliveryId id) throws IOException {
        if (!Files.isDirectory(folder(id))) return List.of();
        try (var files = Files.list(folder(id))) {
            return files.filter(file -> file.toString().endsWith(".zip")).toList();
        }
    }

    void remove(DeliveryId id) throws IOException {
        if (Files.exists(folder(id))) Files.walkFileTree(folder(id), new Removal());
    }

    private Path folder(DeliveryId id) {
        return root.resolve(id.toString());
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
