package org.muniment.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmtpPatienceTest {
    @TempDir
    Path folder;

    @Test
    void aPeerThatSaysNothingIsSentAway() throws IOException {
        ShortLimits limits = new ShortLimits();
        limits.commandWait = Duration.ofMillis(500);
        try (JournalRoom room = JournalRoom.open(folder, limits.limits());
                ScriptedPeer peer = ScriptedPeer.connect(room.port())) {
            peer.reply();
            assertThat(peer.rest()).isEqualTo("421 4.4.2 Too slow, goodbye\r\n");
        }
    }

    @Test
    void aCommandOneByteAtATimeDoesNotStretchTheWait() throws IOException, InterruptedException {
        ShortLimits limits = new ShortLimits();
        limits.commandWait = Duration.ofSeconds(1);
        try (JournalRoom room = JournalRoom.open(folder, limits.limits());
                ScriptedPeer peer = ScriptedPeer.connect(room.port())) {
            peer.reply();
            assertThat(bytesTaken(peer)).isLessThan(40);
        }
    }

    @Test
    void aBodyOneByteAtATimeDoesNotStretchTheWait() throws IOException, InterruptedException {
        ShortLimits limits = new ShortLimits();
        limits.bodyWait = Duration.ofSeconds(1);
        try (JournalRoom room = JournalRoom.open(folder, limits.limits());
                ScriptedPeer peer = ScriptedPeer.withRecipient(room.port())) {
            peer.ask("DATA");
            assertThat(bytesTaken(peer)).isLessThan(40);
            assertThat(room.archive.size()).isZero();
        }
    }

    @Test
    void aSessionThatLastsTooLongMayFinishItsMessage() throws IOException, InterruptedException {
        ShortLimits limits = new ShortLimits();
        limits.sessionTime = Duration.ofSeconds(2);
        try (JournalRoom room = JournalRoom.open(folder, limits.limits());
                ScriptedPeer peer = ScriptedPeer.withRecipient(room.port())) {
            Thread.sleep(2200);
            assertThat(peer.ask("DATA")).startsWith("354");
            assertThat(peer.ask("Subject: x\r\n\r\n.")).startsWith("250");
            assertThat(peer.reply()).startsWith("421 4.4.2");
        }
    }

    @Test
    void sessionsAreLimitedInAllAndPerPeer() throws IOException {
        ShortLimits limits = new ShortLimits();
        limits.sessionsPerPeerMax = 3;
        limits.sessionsMax = 1000;
        assertThat(lastOfFour(limits)).startsWith("421 4.7.0");
        limits.sessionsPerPeerMax = 1000;
        limits.sessionsMax = 3;
        assertThat(lastOfFour(limits)).startsWith("421 4.3.2");
    }

    private String lastOfFour(ShortLimits limits) throws IOException {
        List<ScriptedPeer> peers = new ArrayList<>();
        try (JournalRoom room = JournalRoom.open(folder, limits.limits())) {
            for (int i = 0; i < 3; i++) {
                peers.add(ScriptedPeer.connect(room.port()));
                assertThat(peers.getLast().reply()).startsWith("220");
            }
            String refused;
            try (ScriptedPeer fourth = ScriptedPeer.connect(room.port())) {
                refused = fourth.reply();
            }
            peers.getFirst().ask("QUIT");
            assertThat(peers.getFirst().rest()).isEmpty();
            peers.getFirst().close();
            // The place of a session that has ended is free a moment later.
            await().until(() -> greets(room));
            return refused;
        } finally {
            for (ScriptedPeer peer : peers) peer.close();
        }
    }

    private static boolean greets(JournalRoom room) throws IOException {
        try (ScriptedPeer peer = ScriptedPeer.connect(room.port())) {
            return peer.reply().startsWith("220");
        }
    }

    @Test
    void closingLetsTheMessageInHandBeFinished() throws Exception {
        try (JournalRoom room = JournalRoom.open(folder);
                ScriptedPeer idle = ScriptedPeer.greeted(room.port());
                ScriptedPeer busy = ScriptedPeer.withRecipient(room.port())) {
            busy.ask("DATA");
            Thread closing = Thread.ofVirtual().start(() -> close(room));
            assertThat(idle.rest()).startsWith("421 4.3.2");
            assertThat(busy.ask("Subject: the last one\r\n\r\n.")).startsWith("250 2.0.0 Kept");
            assertThat(busy.reply()).startsWith("421 4.3.2");
            closing.join();
            assertThat(room.archive.size()).isEqualTo(1);
        }
    }

    @Test
    void closingDoesNotWaitForeverForAMessage() throws IOException {
        ShortLimits limits = new ShortLimits();
        limits.closeGrace = Duration.ofMillis(300);
        try (JournalRoom room = JournalRoom.open(folder, limits.limits());
                ScriptedPeer peer = ScriptedPeer.withRecipient(room.port())) {
            peer.ask("DATA");
            long startedAt = System.nanoTime();
            room.receiver.close();
            assertThat(Duration.ofNanos(System.nanoTime() - startedAt)).isLessThan(Duration.ofSeconds(5));
            assertThat(room.archive.size()).isZero();
        }
    }

    private static void close(JournalRoom room) {
        try {
            room.receiver.close();
        } catch (IOException trouble) {
            throw new IllegalStateException(trouble);
        }
    }

    /// Drips bytes until the server has had enough.
    private static int bytesTaken(ScriptedPeer peer) throws IOException, InterruptedException {
        for (int bytes = 0; bytes < 100; bytes++) {
            try {
                peer.send("x");
            } catch (IOException closed) {
                return bytes;
            }
            Thread.sleep(100);
        }
        return 100;
    }
}
