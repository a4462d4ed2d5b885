package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KillTest {
    private static final int KILLS = 10;

    @TempDir
    Path folder;

    /// The ledger of what was acknowledged is kept outside the process, as a mail server would.
    @Test
    void aKilledProcessLosesNothingItAcknowledgedAndReadsNothingTwice() throws IOException, InterruptedException {
        Map<Integer, Long> ledger = new HashMap<>();
        var random = new Random(4);
        for (int kill = 0; kill < KILLS; kill++) {
            int acknowledged = ledger.size();
            run(
                    ledger,
                    30 + random.nextInt(200),
                    ledger.keySet().stream().mapToInt(n -> n).max().orElse(-1) + 1);
            assertThat(ledger).hasSizeGreaterThan(acknowledged);
        }
        try (var fixture = new Fixture(folder);
                var archive = fixture.open()) {
            for (var kept : ledger.entrySet()) {
                byte[] message = KilledArchive.message(kept.getKey());
                assertThat(Fixture.raw(archive, new AccessionNumber(kept.getValue())))
                        .isEqualTo(message);
                assertThat(Fixture.keep(archive, Fixture.file(), message)).isInstanceOf(Receipt.Duplicate.class);
            }
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL)).isEmpty();
        }
    }

    private void run(Map<Integer, Long> ledger, int lines, int from) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledArchive.class.getName(),
                        folder.toString(),
                        Integer.toString(from))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (int i = 0; i < lines; i++) take(ledger, output.readLine());
            // Not of the process itself: that would throw away what it had still printed.
            process.toHandle().destroyForcibly();
            for (String line = output.readLine(); line != null; line = output.readLine()) take(ledger, line);
        }
        process.waitFor();
    }

    private static void take(Map<Integer, Long> ledger, String line) {
        String[] words = line.split(" ");
        if (words.length != 3) return; // Cut off by the kill: it was acknowledged, but nobody heard it.
        ledger.put(Integer.valueOf(words[0]), Long.valueOf(words[1]));
    }
}
