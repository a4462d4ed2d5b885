package org.muniment.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.alarm.AlarmKind;

class SmtpBodyTest {
    private static final int BYTES_MAX = 100_000;

    @TempDir
    static Path folder;

    static JournalRoom room;

    @BeforeAll
    static void open() throws IOException {
        ShortLimits limits = new ShortLimits();
        limits.messageBytesMax = BYTES_MAX;
        room = JournalRoom.open(folder, limits.limits());
    }

    @AfterAll
    static void close() throws IOException {
        room.close();
    }

    @Test
    void everyByteIsKept() throws IOException {
        StringBuilder body = new StringBuilder("Subject: bytes\r\n\r\n");
        for (int value = 0; value < 256; value++) body.append((char) value).append("\r\n");
        body.append("\n\n\r\r\0\0\r\n").append("x".repeat(5000)).append("\r\n");
        assertThat(kept(body.toString())).isEqualTo(body.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n.\n", "\n.\r\n", "\r\n.\n", "\r.\r", "\r\n.\r", "\r.\r\n", "\r\n.\r\r\n", "\r\n\0.\r\n"})
    void aMessageWithinAMessageStaysOne(String falseEnd) throws IOException {
        long before = room.archive.size();
        String smuggled = falseEnd + "MAIL FROM:<evil@b.example>\r\nRCPT TO:<c@d.example>\r\nDATA\r\nSubject: no\r\n";
        try (ScriptedPeer peer = ScriptedPeer.withRecipient(room.port())) {
            peer.ask("DATA");
            peer.send("Subject: smuggling " + falseEnd.hashCode() + "\r\n\r\ntext" + smuggled + ".\r\n");
            assertThat(peer.reply()).startsWith("250 2.0.0 Kept");
            assertThat(peer.ask("QUIT")).startsWith("221");
        }
        assertThat(room.archive.size()).isEqualTo(before + 1);
        assertThat(room.lastBytes()).contains("MAIL FROM:<evil@b.example>");
    }

    @Test
    void chunksAreKeptAsTheyCome() throws IOException {
        byte[] binary = new byte[60_000];
        new Random(1).nextBytes(binary);
        try (ScriptedPeer peer = ScriptedPeer.withRecipient(room.port())) {
            peer.send("BDAT 9\r\n.\r\n..\r\n.\r");
            assertThat(peer.reply()).startsWith("250 2.0.0");
            peer.send("BDAT 0\r\nbdat " + binary.length + "\r\n");
            peer.send(binary);
            assertThat(peer.reply()).startsWith("250");
            assertThat(peer.reply()).startsWith("250");
            peer.send("BDAT 3 LAST\r\nend");
            assertThat(peer.reply()).matches("250 2\\.0\\.0 Kept as \\d+");
        }
        assertThat(room.lastBytes()).isEqualTo(".\r\n..\r\n.\r" + new String(binary, ISO_8859_1) + "end");
    }

    @Test
    void aLastChunkOfNothingEndsTheMessage() throws IOException {
        try (ScriptedPeer peer = ScriptedPeer.withRecipient(room.port())) {
            peer.send("BDAT 5\r\na\r\nb\nBDAT 0 LAST\r\n");
            assertThat(peer.reply()).startsWith("250");
            assertThat(peer.reply()).startsWith("250 2.0.0 Kept");
        }
        assertThat(room.lastBytes()).isEqualTo("a\r\nb\n");
    }

    @Test
    void pipelinedChunksOfARefusedMessageAreNotRunAsCommands() throws IOException {
        long before = room.archive.size();
        try (ScriptedPeer peer = ScriptedPeer.greeted(room.port())) {
            String evil = "MAIL FROM:<evil@b.example>\r\n";
            peer.send("BDAT " + evil.length() + " LAST\r\n" + evil);
            assertThat(peer.reply()).startsWith("503 5.5.1");
            peer.send("MAIL FROM:<a@b.example>\r\nBDAT " + evil.length() + "\r\n" + evil);
            assertThat(peer.reply()).startsWith("250");
            assertThat(peer.reply()).startsWith("503 5.5.1");
            assertThat(peer.ask("RCPT TO:<c@d.example>")).startsWith("250");
        }
        assertThat(room.archive.size()).isEqualTo(before);
    }

    @Test
    void chunksAndDataDoNotMix() throws IOException {
        try (ScriptedPeer peer = ScriptedPeer.withRecipient(room.port())) {
            peer.send("BDAT 1\r\na");
            peer.reply();
            assertThat(peer.ask("DATA")).startsWith("503 5.5.1");
            assertThat(peer.ask("RCPT TO:<e@f.example>")).startsWith("503 5.5.1");
            assertThat(peer.ask("MAIL FROM:<>")).startsWith("503 5.5.1");
            assertThat(peer.ask("RSET")).startsWith("250");
            assertThat(peer.ask("MAIL FROM:<>")).startsWith("250");
        }
    }

    @Test
    void aChunkOfUnknownSizeEndsTheSession() throws IOException {
        try (ScriptedPeer peer = ScriptedPeer.withRecipient(room.port())) {
            peer.send("BDAT 99999999999999999999\r\nQUIT\r\n");
            peer.endOutput();
            assertThat(peer.rest()).startsWith("501 5.5.4").hasLineCount(1);
        }
    }

    @Test
    void aBodyOverTheLimitIsReadToItsEndAndRefused() throws IOException {
        long before = room.archive.size();
        try (ScriptedPeer peer = ScriptedPeer.withRecipient(room.port())) {
            peer.ask("DATA");
            String line = "MAIL FROM:<evil@b.example>\r\n";
            peer.send(line.repeat(BYTES_MAX / line.length() + 100));
            assertThat(peer.ask(".")).startsWith("552 5.3.4");
            peer.ask("MAIL FROM:<>");
            peer.ask("RCPT TO:<c@d.example>");
            peer.send("BDAT " + (BYTES_MAX + 1) + "\r\n" + "x".repeat(BYTES_MAX + 1));
            assertThat(peer.reply()).startsWith("552 5.3.4");
            peer.send("BDAT 4 LAST\r\nQUIT");
            assertThat(peer.reply()).startsWith("552 5.3.4");
            assertThat(peer.ask("NOOP")).startsWith("250");
        }
        assertThat(room.archive.size()).isEqualTo(before);
        assertThat(room.alarmKinds()).contains(AlarmKind.MESSAGE_TOO_LARGE);
    }

    @Test
    void aBodyOfExactlyTheLimitIsKept() throws IOException {
        String body = "x".repeat(BYTES_MAX - 2) + "\r\n";
        assertThat(kept(body)).isEqualTo(body);
    }

    @Test
    void aPeerThatSendsTheBodyOfARefusedDataIsSentAway() throws IOException {
        try (ScriptedPeer peer = ScriptedPeer.greeted(room.port())) {
            peer.send("DATA\r\nMAIL FROM:<evil@b.example>\r\n.\r\n");
            peer.endOutput();
            assertThat(peer.rest()).startsWith("421 4.7.0").hasLineCount(1);
        }
    }

    @Test
    void aBodyThatBreaksOffIsNotKept() throws IOException {
        long before = room.archive.size();
        try (ScriptedPeer peer = ScriptedPeer.withRecipient(room.port())) {
            peer.ask("DATA");
            peer.send("Subject: half\r\n\r\nbut the rest nev");
            peer.endOutput();
            assertThat(peer.rest()).isEmpty();
        }
        assertThat(room.archive.size()).isEqualTo(before);
    }

    private static String kept(String body) throws IOException {
        try (ScriptedPeer peer = ScriptedPeer.withRecipient(room.port())) {
            assertThat(peer.ask("DATA")).startsWith("354");
            peer.send((body.startsWith(".") ? "." : "") + body.replace("\r\n.", "\r\n..") + ".\r\n");
            assertThat(peer.reply()).startsWith("250 2.0.0 Kept");
        }
        return room.lastBytes();
    }
}
