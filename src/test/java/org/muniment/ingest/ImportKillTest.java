package org.muniment.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.MailPacks;
import org.muniment.alarm.Alarms;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.LogEntry;

class ImportKillTest {
    @TempDir
    Path folder;

    @Test
    void anImportThatIsKilledAndRunAgainKeepsEachMessageOnce() throws Exception {
        Random random = new Random(20261123);
        StringBuilder mbox = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            mbox.append("From a@b.example Mon Nov 23 10:00:00 2026\nSubject: message ")
                    .append(i)
                    .append("\n\n");
            mbox.append(Long.toHexString(random.nextLong()).repeat(random.nextInt(200)))
                    .append("\n\n");
        }
        Path file = folder.resolve("mail.mbox");
        Files.writeString(file, mbox);
        killAndRunAgain(file, 2, 3_000, random);
    }

    @Test
    @Tag("long")
    void anImportOfTheBenchPackIsKilledTenTimes() throws Exception {
        Path pack = MailPacks.unpacked("bench-10k");
        killAndRunAgain(pack.resolve("mail-10k.mbox"), 10, 10_000, new Random(7));
    }

    private void killAndRunAgain(Path mail, int kills, int messages, Random random) throws Exception {
        Set<String> before = Set.of();
        for (int i = 0; i < kills; i++) {
            long sizeSaid = importAndKill(mail, random.nextInt(messages));
            Kept kept = kept();
            assertThat(kept.size).as("what was on disk stays").isGreaterThanOrEqualTo(sizeSaid);
            assertThat(kept.hashes).doesNotHaveDuplicates().containsAll(before);
            before = Set.copyOf(kept.hashes);
        }
        Process last = ImportingProcess.start(data(), passphrase(), mail, "512m");
        String said = new String(last.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).contains("done ");
        assertThat(kept().hashes).hasSize(messages).doesNotHaveDuplicates();
    }

    /// Lets an import go on for some messages, kills it, and returns how many entries it had said were on disk.
    private long importAndKill(Path mail, int messages) throws IOException, InterruptedException {
        Process process = ImportingProcess.start(data(), passphrase(), mail, "512m");
        long size = 0;
        try (BufferedReader said = process.inputReader()) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (!line.startsWith("read ")) continue;
                String[] words = line.split(" ", -1);
                size = Long.parseLong(words[3]);
                if (Long.parseLong(words[1]) >= messages) break;
            }
            process.destroyForcibly().waitFor();
        }
        return size;
    }

    private Path data() {
        return folder.resolve("data");
    }

    private Path passphrase() {
        return folder.resolve("passphrase");
    }

    private Kept kept() throws IOException, NoSuchAlgorithmException {
        List<String> hashes = new ArrayList<>();
        long size;
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        InstantSource clock = InstantSource.system();
        try (Alarms alarms = Alarms.in(data().resolve("workflow"), clock);
                Archive archive = Archive.open(
                        data(), ArchiveSettings.standard().withPassphraseFile(passphrase()), alarms, clock);
                var entries = archive.entries(new AccessionNumber(0))) {
            size = archive.size();
            for (var entry = entries.next(); entry.isPresent(); entry = entries.next()) {
                if (!(entry.get() instanceof LogEntry.Capture capture)) continue;
                try (InputStream raw = capture.message().open()) {
                    hashes.add(HexFormat.of().formatHex(sha256.digest(raw.readAllBytes())));
                }
            }
        }
        return new Kept(size, hashes);
    }

    /// What an archive holds: how many entries, and the hash of each capture.
    private record Kept(long size, List<String> hashes) {}
}
