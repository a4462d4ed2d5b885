package org.muniment.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mail from programs that are not ours.
class RealPeersTest {
    private static final Path SWAKS = Path.of("/usr/bin/swaks");

    @TempDir
    Path folder;

    @BeforeEach
    void needSwaks() {
        boolean present = Files.isExecutable(SWAKS);
        if (!present) System.out.println("SKIPPED: swaks is not installed here");
        Assumptions.assumeTrue(present, "swaks needs to be installed");
    }

    @Test
    void swaksDeliversAndIsGivenTheNumber() throws IOException, InterruptedException {
        try (JournalRoom room = JournalRoom.open(folder)) {
            String said = swaks(room.port(), "--header", "Subject: from swaks");
            assertThat(said).contains("250 2.0.0 Kept as 0").contains("221 2.0.0");
            assertThat(room.lastBytes()).contains("Subject: from swaks");
            assertThat(room.last().envelope().recipients()).containsExactly("someone@elsewhere.example");
        }
    }

    @Test
    void swaksPipelinesToo() throws IOException, InterruptedException {
        try (JournalRoom room = JournalRoom.open(folder)) {
            assertThat(swaks(room.port(), "--pipeline", "--header", "Subject: pipelined"))
                    .contains("250 2.0.0 Kept as 0");
        }
    }

    @Test
    void postfixJournalsACopyOfEverythingThroughTls() throws IOException, InterruptedException {
        try (JournalRoom room = JournalRoom.open(folder);
                RealPostfix postfix = RealPostfix.start(folder, room.port())) {
            for (int i = 0; i < 3; i++) {
                assertThat(swaks(postfix.port(), "--header", "Subject: through Postfix " + i))
                        .contains("250 2.0.0");
                room.archive.awaitGrowth(i, Duration.ofSeconds(20));
                assertThat(room.archive.size()).as(postfix.log()).isEqualTo(i + 1);
                assertThat(room.lastBytes()).contains("Subject: through Postfix " + i);
            }
            assertThat(room.last().envelope().recipients()).containsExactly("journal@archive.example");
            assertThat(room.last().envelope().mailFrom()).contains("clerk@city.example");
            assertThat(room.last().envelope().peer().tls()).startsWith("TLSv1.3");
            assertThat(room.last().envelope().peer().helo()).isEqualTo("mail.city.example");
        }
    }

    private static String swaks(int port, String... more) throws IOException, InterruptedException {
        String[] always = {
            SWAKS.toString(),
            "--server",
            "127.0.0.1",
            "--port",
            Integer.toString(port),
            "--from",
            "clerk@city.example",
            "--to",
            "someone@elsewhere.example",
            "--helo",
            "peer.example"
        };
        String[] command = new String[always.length + more.length];
        System.arraycopy(always, 0, command, 0, always.length);
        System.arraycopy(more, 0, command, always.length, more.length);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
