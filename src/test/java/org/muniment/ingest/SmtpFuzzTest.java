package org.muniment.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmtpFuzzTest {
    private static final List<String> PIECES = List.of(
            "EHLO x\r\n",
            "HELO x\r\n",
            "MAIL FROM:<a@b.example>\r\n",
            "MAIL FROM:<> SIZE=5 BODY=8BITMIME\r\n",
            "RCPT TO:<c@d.example>\r\n",
            "DATA\r\n",
            "Subject: fuzz\r\n\r\ntext\r\n.\r\n",
            ".\r\n",
            "\r\n",
            "\n",
            "\r",
            ".",
            "BDAT 3\r\nabc",
            "BDAT 0 LAST\r\n",
            "BDAT 4 LAST\r\nabcd",
            "BDAT 99999999999\r\n",
            "BDAT\r\n",
            "RSET\r\n",
            "NOOP\r\n",
            "QUIT\r\n",
            "STARTTLS\r\n",
            "\0\0",
            "\u00ff\u00fe",
            "<>",
            " ",
            "VRFY x\r\n",
            "MAIL FROM:<\"\\\"@b> X=Y=Z\r\n",
            "RCPT TO:<@a,@b:c@d>\r\n",
            "BDAT -1\r\n",
            "SIZE=18446744073709551616");
    /// Every reply there is; what is not here would tell a peer something it should not know.
    private static final Set<String> CODES = Set.of(
            "214", "220", "221", "250", "252", "354", "421", "451", "452", "500", "501", "502", "503", "552", "555");

    @TempDir
    Path folder;

    @Test
    void noInputHangsOrBreaksTheReceiver() throws IOException {
        fuzz(Duration.ofSeconds(2), 20261123);
    }

    @Test
    @Tag("long")
    void noInputHangsOrBreaksTheReceiverForLong() throws IOException {
        fuzz(Duration.ofSeconds(30), System.nanoTime());
    }

    private void fuzz(Duration time, long seed) throws IOException {
        ShortLimits limits = new ShortLimits();
        limits.messageBytesMax = 5_000;
        try (JournalRoom room = JournalRoom.open(folder, limits.limits())) {
            Random random = new Random(seed);
            long end = System.nanoTime() + time.toNanos();
            long sessions = 0;
            for (; System.nanoTime() < end; sessions++) {
                session(room, random, "seed " + seed + " session " + sessions);
            }
            System.out.println("SMTP fuzzing: " + sessions + " sessions, seed " + seed);
            try (ScriptedPeer peer = ScriptedPeer.withRecipient(room.port())) {
                peer.ask("DATA");
                assertThat(peer.ask("Subject: it lives\r\n\r\n.")).startsWith("250 2.0.0 Kept");
            }
        }
    }

    private static void session(JournalRoom room, Random random, String description) throws IOException {
        try (ScriptedPeer peer = ScriptedPeer.connect(room.port())) {
            try {
                int count = random.nextInt(40);
                StringBuilder said = new StringBuilder(random.nextBoolean() ? "EHLO x\r\n" : "");
                for (int i = 0; i < count; i++) said.append(PIECES.get(random.nextInt(PIECES.size())));
                byte[] bytes = said.toString().getBytes(ISO_8859_1);
                for (int flips = random.nextInt(4); flips > 0 && bytes.length > 0; flips--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                peer.send(bytes);
                peer.endOutput();
            } catch (IOException sentAway) {
                // The server may end a session while it is still spoken to.
                return;
            }
            check(peer, description);
        }
    }

    private static void check(ScriptedPeer peer, String description) throws IOException {
        String replies;
        try {
            replies = peer.rest();
        } catch (java.net.SocketException reset) {
            return;
        }
        for (String line : replies.split("\r\n", -1)) {
            if (line.isEmpty() || line.charAt(0) < ' ' || line.charAt(0) > '~') continue;
            assertThat(CODES).as("%s: %s", description, line).contains(line.substring(0, 3));
            assertThat(line).as(description).doesNotContain("Exception", "java", "muniment.archive");
        }
    }
}
