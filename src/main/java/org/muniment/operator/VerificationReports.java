package org.muniment.operator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.muniment.archive.LifecycleEvent;

/// The reports of integrity checks, each signed with the log's key, one file each: `verification/<time>-<level>.json`.
/// Each is entered in the archive's log with its hash, so that none can be left out later.
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
        if (folder.archive().readOnlyReason().isEmpty()) record(verified, report);
    }

    /// The log itself says that it was compared, with what result, and which report tells more.
    private void record(VerifyCommand.Verified verified, Path report) throws IOException {
        var entry = new Entry(
                verified.level(),
                verified.ok(),
                verified.checked(),
                verified.findings().size(),
                Objects.requireNonNull(report.getFileName()).toString(),
                SignedFile.sha256(report));
        folder.archive().record(new LifecycleEvent("verified", new Answer(entry, "", Answer.DONE).json()));
    }

    /// What the log keeps of a verification.
    ///
    /// @param checked log entries looked at
    /// @param findings how many things are wrong
    /// @param report name of the signed report; its SHA-256 goes with it
    record Entry(String level, boolean ok, long checked, int findings, String report, String sha256) {}

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
