package org.muniment.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.Alarms;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.LogEntry;

/// The peers outside keep a ledger of every 250 they were given; what is in it is in the archive, whenever the process
/// was killed.
class JournalKillTest {
    private static final int SESSIONS = 8;

    @TempDir
    Path folder;

    private final Set<String> ledger = ConcurrentHashMap.newKeySet();

    @Test
    void nothingThatWasAcknowledgedIsLostWhenTheProcessIsKilled() throws Exception {
        killAgainAndAgain(3);
    }

    @Test
    @Tag("long")
    void nothingThatWasAcknowledgedIsLostInAHundredKills() throws Exception {
        killAgainAndAgain(100);
    }

    private void killAgainAndAgain(int kills) throws Exception {
        Random random = new Random(20261123);
        for (int kill = 0; kill < kills; kill++) {
            deliverAndKill(kill, 200 + random.nextInt(800));
        }
        Set<String> kept = kept();
        assertThat(kept).containsAll(ledger);
        System.out.println(kills + " kills: " + ledger.size() + " acknowledged, " + kept.size() + " kept, 0 lost");
    }

    private void deliverAndKill(int kill, int millis) throws IOException, InterruptedException {
        Process process = BareJournal.start(folder.resolve("data"), folder.resolve("passphrase"));
        try (BufferedReader said = process.inputReader();
                var peers = Executors.newVirtualThreadPerTaskExecutor()) {
            String line = said.readLine();
            while (line != null && !line.startsWith("port ")) line = said.readLine();
            assertThat(line).as("the receiver starts after %d kills", kill).isNotNull();
            int port = Integer.parseInt(line.substring("port ".length()));
            for (int session = 0; session < SESSIONS; session++) {
                String name = kill + "-" + session;
                peers.execute(() -> deliver(port, name));
            }
            Thread.sleep(millis);
            process.destroyForcibly().waitFor();
        }
    }

    /// Delivers until the server is gone.
    private void deliver(int port, String name) {
        try (ScriptedPeer peer = ScriptedPeer.greeted(port)) {
            for (int number = 0; ; number++) {
                String subject = "message " + name + "-" + number;
                peer.send("MAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\nDATA\r\n");
                for (int reply = 0; reply < 3; reply++) peer.reply();
                String reply = peer.ask("Subject: " + subject + "\r\n\r\n" + "text\r\n".repeat(number % 500) + ".");
                if (!reply.startsWith("250")) return;
                ledger.add(subject);
            }
        } catch (IOException serverIsGone) {
            assertThat(serverIsGone).isNotNull();
        }
    }

    private Set<String> kept() throws IOException {
        Set<String> kept = new HashSet<>();
        InstantSource clock = InstantSource.system();
        Path data = folder.resolve("data");
        try (Alarms alarms = Alarms.in(data.resolve("workflow"), clock);
                Archive archive = Archive.open(
                        data,
                        ArchiveSettings.standard().withPassphraseFile(folder.resolve("passphrase")),
                        alarms,
                        clock);
                var entries = archive.entries(new AccessionNumber(0))) {
            for (var entry = entries.next(); entry.isPresent(); entry = entries.next()) {
                if (!(entry.get() instanceof LogEntry.Capture capture)) continue;
                try (InputStream raw = capture.message().open()) {
                    String text = new String(raw.readAllBytes(), ISO_8859_1);
                    kept.add(text.substring("Subject: ".length(), text.indexOf('\r')));
                }
            }
        }
        return kept;
    }
}
