package org.muniment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.IntegrityCheck.Level;
import org.muniment.archive.IntegrityReport;
import org.muniment.archive.Progress;
import org.muniment.ingest.SmtpReceiver;
import org.muniment.ingest.SmtpSettings;
import org.muniment.operator.DataFolder;
import org.muniment.production.BatesPrefix;
import org.muniment.production.Release;
import org.muniment.production.ReleaseReport;
import org.muniment.rendition.FontShelf;
import org.muniment.review.RedactionMarks;
import org.muniment.sandbox.Sandbox;
import org.muniment.search.SearchHits;
import org.muniment.search.SearchQuery;
import org.muniment.search.SearchScope;

/// The whole way, with real parts: a message comes in by SMTP, is kept, is found, leaves redacted, and everything is
/// still what was signed.
class FullCycleTest {
    private static final Duration FRESH = Duration.ofSeconds(10);
    private static final long SEED = 20261123;

    @TempDir
    Path home;

    private final Random random = new Random(SEED);

    private String canary() {
        return "q" + Long.toString(random.nextLong() >>> 1, 36) + "z";
    }

    @Test
    void whatComesInBySmtpIsFoundAndLeavesRedactedAndNothingElseChanged() throws Exception {
        System.out.println("seed " + SEED);
        String shown = canary();
        String secret = canary();
        String hiddenSender = canary();
        byte[] mail = mail(shown, secret, hiddenSender);

        try (DataFolder folder = open()) {
            try (SmtpReceiver journal = SmtpReceiver.start(
                    folder.archive(),
                    SmtpSettings.onLoopback(0, folder.path().resolve("tls")),
                    folder.alarms(),
                    folder.clock(),
                    new SecureRandom())) {
                send(journal.port(), mail);
            }
            assertThat(folder.search().awaitIndexed(1, FRESH)).isTrue();
            assertThat(folder.archive().message(new AccessionNumber(0)).open().readAllBytes())
                    .isEqualTo(mail);
            for (String word : List.of(shown, secret, "from:" + hiddenSender)) {
                SearchHits hits = folder.search().search(query(word), SearchScope.everything(), 10);
                assertThat(hits.total()).as(word).isEqualTo(1);
                assertThat(hits.unsearchable()).isZero();
            }

            ReleaseReport report = release(folder, shown, secret, hiddenSender);
            assertThat(report.totals().messages()).isEqualTo(1);
            // The secret in the sender's name and in the body; the sender by name and by address.
            assertThat(report.totals().redactions()).isEqualTo(4);
            String text = readBack(home.resolve("released"));
            assertThat(text).contains(shown).contains("1-210(b)(2)").doesNotContain(secret, hiddenSender);
            assertNoFileHolds(home.resolve("released").resolve("CYCLE"), secret, hiddenSender);
            assertAllWell(folder);
        }
        try (DataFolder again = open()) {
            assertThat(again.search()
                            .search(query(secret), SearchScope.everything(), 10)
                            .total())
                    .isEqualTo(1);
            assertAllWell(again);
        }
    }

    private DataFolder open() throws IOException {
        return DataFolder.open(
                home.resolve("data"),
                new DataFolder.Settings(
                        ArchiveSettings.standard().withPassphraseFile(home.resolve("passphrase")),
                        InstantSource.system(),
                        ZoneOffset.UTC));
    }

    private static byte[] mail(String shown, String secret, String hiddenSender) {
        return """
                From: %2$s %3$s <%3$s@city.example>\r
                To: mayor@city.example\r
                Subject: About %1$s\r
                Message-ID: <cycle@city.example>\r
                Date: Mon, 23 Nov 2026 10:00:00 +0000\r
                MIME-Version: 1.0\r
                Content-Type: text/plain; charset=utf-8\r
                \r
                The word %1$s may be read, %2$s may not.\r
                .a line that begins with a dot\r
                """.formatted(shown, secret, hiddenSender).getBytes(StandardCharsets.UTF_8);
    }

    private ReleaseReport release(DataFolder folder, String shown, String secret, String hiddenSender)
            throws IOException, InterruptedException {
        Path marks = Files.writeString(
                home.resolve("marks.json"),
                "[{\"match\":\"%s\",\"exemption\":\"1-210(b)(2)\"},{\"match\":\"%s\",\"in\":[\"from\"],\"exemption\":\"1-210(b)(10)\"}]"
                        .formatted(secret, hiddenSender));
        return new Release(
                        folder.archive(),
                        folder.search(),
                        Sandbox.onThisMachine(),
                        FontShelf.ofThisMachine(),
                        folder.clock())
                .run(
                        query(shown),
                        SearchScope.everything(),
                        RedactionMarks.read(marks),
                        new BatesPrefix("CYCLE"),
                        home.resolve("released"),
                        Progress.UNSEEN);
    }

    private static SearchQuery query(String text) {
        return SearchQuery.parse(text, ZoneOffset.UTC, LocalDate.of(2026, 11, 23));
    }

    private static void send(int port, byte[] mail) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                OutputStream out = socket.getOutputStream();
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            expect(in, "220");
            say(out, in, "EHLO test.example", "250");
            say(out, in, "MAIL FROM:<clerk@city.example>", "250");
            say(out, in, "RCPT TO:<journal@city.example>", "250");
            say(out, in, "DATA", "354");
            String stuffed = new String(mail, StandardCharsets.ISO_8859_1).replace("\r\n.", "\r\n..");
            out.write(stuffed.getBytes(StandardCharsets.ISO_8859_1));
            say(out, in, ".", "250");
            say(out, in, "QUIT", "221");
        }
    }

    private static void say(OutputStream out, BufferedReader in, String line, String reply) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        expect(in, reply);
    }

    private static void expect(BufferedReader in, String reply) throws IOException {
        String line = in.readLine();
        while (line != null && line.startsWith(reply + "-")) line = in.readLine();
        assertThat(line).startsWith(reply + " ");
    }

    private static String readBack(Path released) throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.walk(released)) {
            for (Path pdf :
                    files.filter(file -> file.toString().endsWith(".pdf")).toList()) {
                Process reader = new ProcessBuilder("pdftotext", pdf.toString(), "-").start();
                try (InputStream read = reader.getInputStream()) {
                    text.append(new String(read.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return text.toString();
    }

    private static void assertNoFileHolds(Path folder, String... secrets) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain(secrets);
            }
        }
    }

    private static void assertAllWell(DataFolder folder) throws IOException {
        IntegrityReport report = folder.archive().check(Level.FULL, Progress.UNSEEN);
        assertThat(report.findings()).isEmpty();
        assertThat(report.checked()).isPositive();
        assertThat(folder.alarms().standing()).isEmpty();
    }
}
