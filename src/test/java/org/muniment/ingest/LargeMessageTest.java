package org.muniment.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.AlarmKind;

/// Messages as large as the limit, and larger, on a small heap.
@Tag("long")
class LargeMessageTest {
    private static final int MIB = 1 << 20;

    @TempDir
    Path folder;

    @Test
    void aMessageOf500MibIsImportedOnASmallHeapAndOneOverTheLimitIsReported() throws Exception {
        Path mbox = folder.resolve("mail.mbox");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(mbox), MIB)) {
            for (int mib : new int[] {500, 513, 1}) {
                out.write("From a@b.example Mon Nov 23 10:00:00 2026\nSubject: large\n\n".getBytes(ISO_8859_1));
                writeLines(out, mib, mib);
                out.write('\n');
            }
        }
        Process process = ImportingProcess.start(folder.resolve("data"), folder.resolve("passphrase"), mbox, "256m");
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(said).contains("done 2 0").doesNotContain("OutOfMemoryError");
    }

    @Test
    void aMessageOf500MibComesBySmtpAndOneOverTheLimitIsRefused() throws IOException {
        try (JournalRoom room = JournalRoom.open(folder);
                ScriptedPeer peer = ScriptedPeer.withRecipient(room.port())) {
            peer.ask("DATA");
            peer.sendLines(500, 1);
            assertThat(peer.ask(".")).startsWith("250 2.0.0 Kept as 0");
            assertThat(room.last().sizeBytes()).isEqualTo(500L * MIB);
            peer.ask("MAIL FROM:<a@b.example>");
            peer.ask("RCPT TO:<c@d.example>");
            peer.ask("DATA");
            peer.sendLines(513, 2);
            assertThat(peer.ask(".")).startsWith("552 5.3.4");
            assertThat(room.archive.size()).isEqualTo(1);
            assertThat(room.alarmKinds()).contains(AlarmKind.MESSAGE_TOO_LARGE);
        }
    }

    /// Lines of hexadecimal digits, 1 MiB at a time.
    static void writeLines(OutputStream out, int mib, long seed) throws IOException {
        Random random = new Random(seed);
        byte[] block = new byte[MIB];
        for (int i = 0; i < mib; i++) {
            for (int at = 0; at < MIB; at++) {
                int column = at % 64;
                block[at] = (byte) (column == 62 ? '\r' : column == 63 ? '\n' : "0123456789abcdef".charAt(at * 7 % 16));
            }
            byte[] mark = Long.toHexString(random.nextLong()).getBytes(ISO_8859_1);
            System.arraycopy(mark, 0, block, 0, mark.length);
            out.write(block);
        }
    }
}
