package org.muniment.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.archive.Envelope;

class SmtpDialogueTest {
    @TempDir
    static Path folder;

    static JournalRoom room;

    @BeforeAll
    static void open() throws IOException {
        ShortLimits limits = new ShortLimits();
        limits.recipientsMax = 3;
        room = JournalRoom.open(folder, limits.limits());
    }

    @AfterAll
    static void close() throws IOException {
        room.close();
    }

    @Test
    void exactlyWhatWorksIsAdvertised() throws IOException {
        try (ScriptedPeer peer = ScriptedPeer.connect(room.port())) {
            assertThat(peer.reply()).isEqualTo("220 muniment.localhost ESMTP Muniment");
            assertThat(peer.ask("EHLO peer.example").lines().skip(1))
                    .containsExactly(
                            "250-PIPELINING",
                            "250-SIZE 536870912",
                            "250-8BITMIME",
                            "250-SMTPUTF8",
                            "250-CHUNKING",
                            "250-ENHANCEDSTATUSCODES",
                            "250 STARTTLS");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            HELO peer.example                                                    | 250
            HELO                                                                 | 501 5.5.4
            EHLO                                                                 | 501 5.5.4
            MAIL FROM:<a@b.example>                                              | 503 5.5.1
            EHLO x; RCPT TO:<a@b.example>                                        | 503 5.5.1
            EHLO x; DATA                                                         | 503 5.5.1
            EHLO x; MAIL FROM:<>; DATA                                           | 503 5.5.1
            EHLO x; MAIL FROM:<>; MAIL FROM:<>                                   | 503 5.5.1
            EHLO x; MAIL FROM:<>; RSET; MAIL FROM:<>                             | 250 2.1.0
            EHLO x; MAIL FROM:<>; EHLO y; MAIL FROM:<>                           | 250 2.1.0
            EHLO x; mail from:<a@b.example>                                      | 250 2.1.0
            EHLO x; MAIL FROM:<a@b.example> SIZE=1000 BODY=8BITMIME SMTPUTF8     | 250 2.1.0
            EHLO x; MAIL FROM:<a@b.example> SIZE=536870912                       | 250 2.1.0
            EHLO x; MAIL FROM:<a@b.example> SIZE=536870913                       | 552 5.3.4
            EHLO x; MAIL FROM:<a@b.example> SIZE=99999999999999999999            | 552 5.3.4
            EHLO x; MAIL FROM:<a@b.example> SIZE=many                            | 501 5.5.4
            EHLO x; MAIL FROM:<a@b.example> SMTPUTF8=yes                         | 501 5.5.4
            EHLO x; MAIL FROM:<a@b.example> BODY=BINARYMIME                      | 555 5.5.4
            EHLO x; MAIL FROM:<a@b.example> RET=HDRS                             | 555 5.5.4
            EHLO x; MAIL FROM:<a@b.example> SIZE=1 SIZE=2                        | 501 5.5.4
            EHLO x; MAIL FROM:a@b.example                                        | 501 5.1.7
            EHLO x; MAIL                                                         | 501 5.1.7
            EHLO x; MAIL FROM:<>; RCPT TO:<>                                     | 501 5.1.3
            EHLO x; MAIL FROM:<>; RCPT TO:<a b@c.example>                        | 501 5.1.3
            EHLO x; MAIL FROM:<>; RCPT TO:<@relay.example:a@b.example>           | 250 2.1.5
            EHLO x; MAIL FROM:<>; RCPT TO:<"a b"@c.example>                      | 250 2.1.5
            EHLO x; MAIL FROM:<>; RCPT TO:<postmaster>                           | 250 2.1.5
            EHLO x; MAIL FROM:<>; RCPT TO:<a@b.example> NOTIFY=NEVER             | 555 5.5.4
            EHLO x; MAIL FROM:<>; STARTTLS                                       | 503 5.5.1
            STARTTLS                                                             | 503 5.5.1
            NOOP                                                                 | 250 2.0.0
            NOOP anything                                                        | 250 2.0.0
            RSET                                                                 | 250 2.0.0
            RSET now                                                             | 501 5.5.4
            HELP                                                                 | 214 2.0.0
            VRFY somebody                                                        | 252 2.5.0
            VRFY                                                                 | 501 5.5.4
            EXPN list                                                            | 502 5.5.1
            AUTH PLAIN AGEAYgBj                                                  | 502 5.5.1
            BREW coffee                                                          | 500 5.5.2
            GET / HTTP/1.1                                                       | 421 4.7.0
            BDAT many                                                            | 501 5.5.4
            QUIT                                                                 | 221 2.0.0
            """)
    void aCommandIsAnsweredByItsRule(String commands, String expected) throws IOException {
        try (ScriptedPeer peer = ScriptedPeer.connect(room.port())) {
            peer.reply();
            String reply = "";
            for (String command : commands.split("; ", -1)) reply = peer.ask(command);
            assertThat(reply).startsWith(expected);
        }
    }

    @Test
    void theEnvelopeIsKeptWithTheMessage() throws IOException {
        try (ScriptedPeer peer = ScriptedPeer.greeted(room.port())) {
            peer.ask("MAIL FROM:<bürgermeister@stadt.example> SMTPUTF8 BODY=8BITMIME");
            peer.ask("RCPT TO:<@relay.example:journal@archive.example>");
            peer.ask("RCPT TO:<\"second one\"@archive.example>");
            peer.ask("DATA");
            assertThat(peer.ask("Subject: x\r\n\r\ntext\r\n.")).matches("250 2\\.0\\.0 Kept as \\d+");
        }
        Envelope envelope = room.last().envelope();
        assertThat(envelope.source()).isEqualTo("smtp");
        assertThat(envelope.mailFrom()).isEqualTo(Optional.of("bürgermeister@stadt.example"));
        assertThat(envelope.recipients()).containsExactly("journal@archive.example", "\"second one\"@archive.example");
        assertThat(envelope.peer().helo()).isEqualTo("peer.example");
        assertThat(envelope.peer().address()).startsWith("127.0.0.1:");
        assertThat(envelope.peer().tls()).isEmpty();
    }

    @Test
    void theNullSenderIsTaken() throws IOException {
        try (ScriptedPeer peer = ScriptedPeer.greeted(room.port())) {
            peer.ask("MAIL FROM:<>");
            peer.ask("RCPT TO:<journal@archive.example>");
            peer.ask("DATA");
            assertThat(peer.ask("Subject: bounce\r\n\r\n.")).startsWith("250");
        }
        assertThat(room.last().envelope().mailFrom()).isEqualTo(Optional.of(""));
    }

    @Test
    void recipientsOverTheLimitAreToBeSentAgain() throws IOException {
        try (ScriptedPeer peer = ScriptedPeer.greeted(room.port())) {
            peer.ask("MAIL FROM:<>");
            for (int i = 0; i < 3; i++)
                assertThat(peer.ask("RCPT TO:<r" + i + "@b.example>")).startsWith("250");
            assertThat(peer.ask("RCPT TO:<r3@b.example>")).startsWith("452 4.5.3");
            peer.ask("DATA");
            assertThat(peer.ask("Subject: many\r\n\r\n.")).startsWith("250");
        }
        assertThat(room.last().envelope().recipients()).hasSize(3);
    }

    @Test
    void pipelinedCommandsAreAnsweredInOrder() throws IOException {
        try (ScriptedPeer peer = ScriptedPeer.greeted(room.port())) {
            for (int i = 0; i < 10; i++) {
                peer.send("MAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\nBOGUS\r\nRCPT TO:<>\r\nRSET\r\n");
                List<String> codes = new ArrayList<>();
                for (int reply = 0; reply < 5; reply++) codes.add(peer.reply().substring(0, 3));
                assertThat(codes).containsExactly("250", "250", "500", "501", "250");
            }
        }
    }

    @Test
    void aMessageOfNothingIsAMessage() throws IOException {
        try (ScriptedPeer peer = ScriptedPeer.withRecipient(room.port())) {
            peer.ask("DATA");
            assertThat(peer.ask(".")).startsWith("250");
        }
        assertThat(room.lastBytes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NOOP\\n", "NO\\rOP\\r\\n", "NO\\0OP\\r\\n", "NOOP \\377\\r\\n", "\\r\\n"})
    void aCommandLineIsTextThatEndsWithCrLf(String line) throws IOException {
        try (ScriptedPeer peer = ScriptedPeer.greeted(room.port())) {
            peer.send(line.replace("\\n", "\n")
                    .replace("\\r", "\r")
                    .replace("\\0", "\0")
                    .replace("\\377", "\u00ff"));
            assertThat(peer.reply()).startsWith("500 5.5.2");
            assertThat(peer.ask("NOOP")).startsWith("250");
        }
    }

    @Test
    void aLineWithoutEndIsCutAndTheNextIsRead() throws IOException {
        try (ScriptedPeer peer = ScriptedPeer.greeted(room.port())) {
            assertThat(peer.ask("NOOP " + "x".repeat(30_000))).startsWith("500 5.5.2");
            assertThat(peer.ask("NOOP")).startsWith("250");
            peer.send("x".repeat(200_000));
            peer.endOutput();
            assertThat(peer.rest()).isEmpty();
        }
    }

    @Test
    void aPeerThatOnlyErrsIsSentAway() throws IOException {
        try (ScriptedPeer peer = ScriptedPeer.greeted(room.port())) {
            String reply = "";
            int asked = 0;
            while (!reply.startsWith("421")) {
                reply = peer.ask("NONSENSE");
                asked++;
                if (asked == 21) reply = peer.reply();
                assertThat(asked).isLessThan(30);
            }
            assertThat(reply).isEqualTo("421 4.7.0 Too many errors, goodbye");
        }
    }

    @Test
    void aPeerThatNeverSendsAMessageIsSentAway() throws IOException {
        try (ScriptedPeer peer = ScriptedPeer.greeted(room.port())) {
            peer.send("NOOP\r\n".repeat(200));
            peer.endOutput();
            assertThat(peer.rest()).endsWith("421 4.7.0 Too many commands and no message, goodbye\r\n");
        }
    }

    @Test
    void manyMessagesGoThroughOneSession() throws IOException {
        try (ScriptedPeer peer = ScriptedPeer.greeted(room.port())) {
            for (int i = 0; i < 150; i++) {
                peer.send("MAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\nDATA\r\n");
                for (int reply = 0; reply < 3; reply++) peer.reply();
                assertThat(peer.ask("Subject: " + i + "\r\n\r\n.")).startsWith("250");
            }
        }
    }
}
