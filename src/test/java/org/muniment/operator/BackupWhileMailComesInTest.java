package org.muniment.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.ArchiveSettings;
import org.muniment.ingest.SmtpReceiver;
import org.muniment.ingest.SmtpSettings;

/// A backup and its rehearsal are asked of the server through its socket; mail servers deliver all the while.
class BackupWhileMailComesInTest {
    private static final int PEERS = 4;
    private static final int BACKUPS = 3;
    private static final int BETWEEN = 40;

    @TempDir
    Path home;

    private final ConcurrentMap<Long, String> acknowledged = new ConcurrentHashMap<>();
    private volatile boolean ended;

    record Said(int exit, String text, String errors) {}

    private DataFolder.Settings settings() {
        return new DataFolder.Settings(
                ArchiveSettings.standard()
                        .withPassphraseFile(home.resolve("passphrase"))
                        .withSegmentBytesMax(32 << 10),
                InstantSource.system(),
                ZoneOffset.UTC);
    }

    private Said done(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = OperatorTool.at(new Terminal(out, err, home, Terminal.Attention.PIPED), settings())
                .run(arguments);
        var said = new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        assertThat(said.exit()).as(String.join(" ", arguments) + ": " + said).isZero();
        return said;
    }

    @Test
    void whatWasAcknowledgedBeforeABackupOfTheRunningServerIsInTheRestoredCopy() throws Exception {
        Map<Long, String> before = Map.of();
        try (DataFolder folder = DataFolder.open(home.resolve("data"), settings());
                SmtpReceiver journal = SmtpReceiver.start(
                        folder.archive(),
                        SmtpSettings.onLoopback(0, home.resolve("tls")),
                        folder.alarms(),
                        folder.clock(),
                        new SecureRandom());
                OperatorSocket socket = OperatorSocket.listen(folder)) {
            List<Thread> peers = peers(journal.port());
            for (int backup = 0; backup < BACKUPS; backup++) {
                awaitMore(BETWEEN, peers);
                before = Map.copyOf(acknowledged);
                done("backup", "backup");
            }
            int then = acknowledged.size();
            Said rehearsed = done("restore", "backup", "--rehearse", "--scratch", "scratch");
            assertThat(rehearsed.text()).contains("all well");
            awaitMore(1, peers);
            assertThat(acknowledged).hasSizeGreaterThan(then);
            ended = true;
            for (Thread peer : peers) peer.join();
            assertThat(socket).isNotNull();
        }
        done("restore", "backup", "--data", "restored", "--keys", "data");
        assertThat(done("verify", "--level", "full", "--data", "restored").text())
                .contains("all well");
        requireKept(before, home.resolve("restored"));
        // The archive it was made of was not harmed either.
        assertThat(done("verify", "--level", "full").text()).contains("all well");
        requireKept(acknowledged, home.resolve("data"));
    }

    private void requireKept(Map<Long, String> mail, Path data) throws IOException {
        assertThat(mail).hasSizeGreaterThanOrEqualTo(BETWEEN);
        try (DataFolder folder = DataFolder.open(data, settings())) {
            for (var message : mail.entrySet()) {
                byte[] kept = folder.archive()
                        .message(new AccessionNumber(message.getKey()))
                        .open()
                        .readAllBytes();
                assertThat(new String(kept, StandardCharsets.US_ASCII))
                        .as("accession " + message.getKey())
                        .isEqualTo(message.getValue());
            }
        }
    }

    private void awaitMore(int count, List<Thread> peers) throws InterruptedException {
        int enough = acknowledged.size() + count;
        while (acknowledged.size() < enough) {
            assertThat(peers).as("a mail server was refused").allMatch(Thread::isAlive);
            Thread.sleep(5);
        }
    }

    private List<Thread> peers(int port) {
        List<Thread> peers = new ArrayList<>();
        for (int i = 0; i < PEERS; i++) {
            int seed = i;
            peers.add(Thread.ofPlatform().start(() -> deliver(port, new Random(seed))));
        }
        return peers;
    }

    /// Ends early if anything is answered but "kept".
    private void deliver(int port, Random random) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                OutputStream out = socket.getOutputStream();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            in.readLine();
            if (!ask(out, in, "HELO peer.example\r\n").startsWith("250")) return;
            while (!ended) {
                StringBuilder mail = new StringBuilder("Subject: " + random.nextLong() + "\r\n\r\n");
                for (int line = random.nextInt(60); line >= 0; line--)
                    mail.append(Long.toString(random.nextLong(), 36)).append("\r\n");
                ask(out, in, "MAIL FROM:<a@city.example>\r\n");
                ask(out, in, "RCPT TO:<journal@archive.example>\r\n");
                ask(out, in, "DATA\r\n");
                String reply = ask(out, in, mail + ".\r\n");
                if (!reply.startsWith("250 2.0.0 Kept as ")) return;
                acknowledged.put(Long.valueOf(reply.substring("250 2.0.0 Kept as ".length())), mail.toString());
            }
        } catch (IOException serverIsGone) {
            // Whoever waits sees that this peer has ended.
        }
    }

    private static String ask(OutputStream out, BufferedReader in, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return String.valueOf(in.readLine());
    }
}
