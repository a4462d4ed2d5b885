package org.muniment.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.MailPacks;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.LogEntry;

class RealMailImportTest {
    @TempDir
    Path folder;

    @Test
    void everyMessageOfTheBenchPackComesBackByteForByte() throws Exception {
        Path pack = MailPacks.unpacked("bench-10k");
        List<String> manifest = Files.readAllLines(pack.resolve("mail-10k.manifest.tsv")).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf('\t')))
                .toList();
        try (JournalRoom room = JournalRoom.open(folder)) {
            ImportReport report = importOf(room, pack.resolve("mail-10k.mbox"));
            assertThat(report.failed()).isEmpty();
            assertThat(report.read()).isEqualTo(10_000);
            assertThat(hashes(room)).isEqualTo(manifest);
            System.out.println("bench-10k: " + report);
        }
    }

    @Test
    void theMimeSuitesGoInWhole() throws Exception {
        Path pack = MailPacks.unpacked("dev-1-mime");
        try (JournalRoom room = JournalRoom.open(folder)) {
            ImportReport report = importOf(room, pack);
            assertThat(report.captured() + report.duplicates()).isEqualTo(report.read());
            assertThat(report.failed())
                    .noneMatch(failed ->
                            failed.path().endsWith(".eml") && !failed.reason().equals("The file is empty."));
            System.out.println(
                    "dev-1-mime: " + report.read() + " read, " + report.failed().size() + " files are no mail");
        }
    }

    private static ImportReport importOf(JournalRoom room, Path path) throws IOException, InterruptedException {
        return new FileImport(room.archive, InstantSource.system(), _ -> 0)
                .run(List.of(path), "import", ImportProgress.quiet());
    }

    private static List<String> hashes(JournalRoom room) throws IOException, NoSuchAlgorithmException {
        List<String> hashes = new ArrayList<>();
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        try (var entries = room.archive.entries(new AccessionNumber(0))) {
            for (var entry = entries.next(); entry.isPresent(); entry = entries.next()) {
                if (!(entry.get() instanceof LogEntry.Capture capture)) continue;
                try (InputStream raw = capture.message().open()) {
                    hashes.add(HexFormat.of().formatHex(sha256.digest(raw.readAllBytes())));
                }
            }
        }
        return hashes;
    }
}
