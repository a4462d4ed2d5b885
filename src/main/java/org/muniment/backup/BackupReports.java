package org.muniment.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.muniment.archive.CopiedFile;

/// The notes of backups made and rehearsed, one file each, `backups/<time>-<kind>.txt` in the data
/// folder. Their names alone say when something was last done, so a restart does not forget it.
record BackupReports(Path folder) {
    static final String BACKUP = "backup";
    static final String REHEARSAL = "rehearsal";
    static final String FAILED = "failed-rehearsal";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);
    private static final int STAMP_LENGTH = 19;

    static BackupReports in(Path dataFolder) {
        return new BackupReports(dataFolder.resolve("backups"));
    }

    /// Keeps a note; it is on disk on return. Returns its name.
    String keep(Instant at, String kind, byte[] note) throws IOException {
        String name = STAMP.format(at) + "-" + kind + ".txt";
        CopiedFile.write(folder.resolve(name), note);
        return name;
    }

    /// When something of a kind was last done.
    Optional<Instant> last(String kind) throws IOException {
        return all(kind).stream().max(Comparator.naturalOrder());
    }

    /// When something of a kind was first done.
    Optional<Instant> first(String kind) throws IOException {
        return all(kind).stream().min(Comparator.naturalOrder());
    }

    private List<Instant> all(String kind) throws IOException {
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("\\d{8}T\\d{9}Z-" + kind + "[.]txt"))
                    .map(name -> STAMP.parse(name.substring(0, STAMP_LENGTH), Instant::from))
                    .toList();
        }
    }
}
