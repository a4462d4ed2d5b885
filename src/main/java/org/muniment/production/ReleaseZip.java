package org.muniment.production;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// This is the one file that is handed over: always the same bytes for the same files and time.
final class ReleaseZip {
    private ReleaseZip() {}

    /// Writes every file of the folder in order of name, then reads the ZIP back against the folder.
    static void write(Path folder, Path zip, Instant releasedAt) throws IOException {
        List<Path> files;
        try (var all = Files.list(folder)) {
            files = all.sorted().toList();
        }
        try (var out = new ZipOutputStream(
                new BufferedOutputStream(Files.newOutputStream(zip, StandardOpenOption.CREATE_NEW)))) {
            for (var file : files) add(out, file, releasedAt);
        }
        check(zip, files);
    }

    private static void add(ZipOutputStream out, Path file, Instant releasedAt) throws IOException {
        var entry = new ZipEntry(file.getFileName().toString());
        // ZIP knows local time only; the machine's zone must not show in the bytes.
        entry.setTimeLocal(LocalDateTime.ofInstant(releasedAt, ZoneOffset.UTC));
        out.putNextEntry(entry);
        Files.copy(file, out);
        out.closeEntry();
    }

    private static void check(Path zip, List<Path> files) throws IOException {
        try (var read = new ZipFile(zip.toFile())) {
            boolean isSame = read.size() == files.size();
            for (var file : files) {
                var entry = read.getEntry(file.getFileName().toString());
                isSame = isSame && entry != null && isSame(read, entry, file);
            }
            if (!isSame) throw new ReleaseRefused("Read back, the ZIP does not hold what was put into it.");
        }
    }

    private static boolean isSame(ZipFile zip, ZipEntry entry, Path file) throws IOException {
        try (var content = zip.getInputStream(entry)) {
            return Digests.sha256Hex(content).equals(Digests.sha256Hex(file));
        }
    }
}
