package org.muniment.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// The reports of integrity checks, each signed with the log's key, one file each: `verification/<time>-<level>.json`.
final class VerificationReports {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

    private final DataFolder folder;
    private final Path reports;

    VerificationReports(DataFolder folder) {
        this.folder = folder;
        this.reports = folder.path().resolve("verification");
    }

    void keep(VerifyCommand.Verified verified) throws IOException {
        Files.createDirectories(reports);
        String json = new Answer(verified, "", Answer.DONE).json();
        Path report = reports.resolve(STAMP.format(folder.clock().instant()) + "-" + verified.level() + ".json");
        Path unfinished = reports.resolve("unfinished");
        Files.writeString(unfinished, folder.archive().sign(json + "\n").toString());
        Files.move(unfinished, report, StandardCopyOption.ATOMIC_MOVE);
    }

    /// When something was last checked, whatever was found.
    Optional<Instant> lastAt() throws IOException {
        if (!Files.isDirectory(reports)) return Optional.empty();
        try (Stream<Path> files = Files.list(reports)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .max(Comparator.naturalOrder())
                    .map(name -> STAMP.parse(name.substring(0, name.indexOf('-')), Instant::from));
        }
    }
}
