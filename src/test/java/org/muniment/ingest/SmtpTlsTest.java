package org.muniment.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.muniment.alarm.Alarm;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;
import org.muniment.certificate.CertificateIsUnusable;
import org.muniment.certificate.PemFiles;
import org.muniment.certificate.ServerCertificate;

class SmtpTlsTest {
    @TempDir
    static Path folder;

    static JournalRoom room;

    @BeforeAll
    static void open() throws IOException {
        room = JournalRoom.open(folder);
    }

    @AfterAll
    static void close() throws IOException {
        room.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void mailComesThroughTlsAndTheEnvelopeSaysSo(String protocol) throws IOException, GeneralSecurityException {
        try (ScriptedPeer peer = ScriptedPeer.greeted(room.port())) {
            assertThat(peer.ask("STARTTLS")).startsWith("220 2.0.0");
            assertThat(peer.startTls(protocol).getProtocol()).isEqualTo(protocol);
            assertThat(peer.ask("MAIL FROM:<>"))
                    .as("what was said in clear is forgotten")
                    .startsWith("503");
            assertThat(peer.ask("EHLO secure.example")).contains("CHUNKING").doesNotContain("STARTTLS");
            assertThat(peer.ask("STARTTLS")).startsWith("503");
            peer.ask("MAIL FROM:<a@b.example>");
            peer.ask("RCPT TO:<c@d.example>");
            peer.ask("DATA");
            assertThat(peer.ask("Subject: secret " + protocol + "\r\n\r\n.")).startsWith("250 2.0.0 Kept");
        }
        assertThat(room.last().envelope().peer().tls()).startsWith(protocol + " TLS_");
        assertThat(room.last().envelope().peer().helo()).isEqualTo("secure.example");
    }

    @Test
    void whatIsPipelinedInClearAfterStartTlsIsDropped() throws IOException, GeneralSecurityException {
        try (ScriptedPeer peer = ScriptedPeer.greeted(room.port())) {
            peer.send("STARTTLS\r\nMAIL FROM:<evil@b.example>\r\nRCPT TO:<c@d.example>\r\n");
            assertThat(peer.reply()).startsWith("220");
            peer.startTls();
            assertThat(peer.ask("EHLO secure.example")).startsWith("250-");
            assertThat(peer.ask("RCPT TO:<c@d.example>")).startsWith("503");
        }
    }

    @Test
    void aPeerThatSpeaksNoTlsAfterAllHarmsNobody() throws IOException {
        try (ScriptedPeer peer = ScriptedPeer.greeted(room.port())) {
            peer.ask("STARTTLS");
            peer.send("EHLO what was I saying\r\n".repeat(20));
            peer.endOutput();
            assertThat(peer.rest()).doesNotContain("250");
        }
        ScriptedPeer.greeted(room.port()).close();
    }

    @Test
    void theSelfSignedPairIsMadeOnceAndItsKeyIsForTheOwnerAlone() throws IOException, GeneralSecurityException {
        PemFiles files = PemFiles.in(folder.resolve("own"));
        open(files);
        byte[] key = Files.readAllBytes(files.privateKey());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(files.privateKey())))
                .isEqualTo("rw-------");
        open(files);
        assertThat(Files.readAllBytes(files.privateKey())).isEqualTo(key);
    }

    @Test
    void anAlarmStandsFromThirtyDaysBeforeTheCertificatesEnd() throws IOException {
        PemFiles files = PemFiles.in(folder.resolve("ending"));
        Instant now = Instant.parse("2026-11-23T14:00:00Z");
        var certificate = ServerCertificate.open(files, List.of("journal.example"), now, new SecureRandom());
        var clock = new AtomicReference<>(certificate.endsAt().minus(Duration.ofDays(31)));
        try (Alarms alarms = Alarms.in(folder.resolve("ending/alarms"), clock::get)) {
            var watch = new CertificateWatch(certificate, files, alarms, clock::get);
            watch.look();
            assertThat(alarms.standing()).isEmpty();
            clock.updateAndGet(then -> then.plus(Duration.ofDays(2)));
            watch.look();
            assertThat(alarms.standing()).extracting(Alarm::kind).containsExactly(AlarmKind.JOURNAL_CERTIFICATE_ENDS);
            assertThat(alarms.standing().getFirst().sentence()).contains("certificate.pem ends on 20");
        }
    }

    @Test
    void theCertificateNamesTheHost() throws IOException, GeneralSecurityException {
        try (ScriptedPeer peer = ScriptedPeer.greeted(room.port())) {
            peer.ask("STARTTLS");
            var certificate = (X509Certificate) peer.startTls().getPeerCertificates()[0];
            assertThat(certificate.getSubjectX500Principal().getName()).isEqualTo("CN=muniment.localhost");
        }
    }

    @Test
    void aCertificateWithoutItsKeyStopsTheStart() throws IOException {
        PemFiles files = PemFiles.in(folder.resolve("half"));
        open(files);
        Files.delete(files.privateKey());
        assertThatThrownBy(() -> open(files))
                .isInstanceOf(CertificateIsUnusable.class)
                .hasMessageContaining("private-key.pem");
    }

    private static void open(PemFiles files) throws IOException {
        ServerCertificate.open(
                files, List.of("mail.city.example"), Instant.parse("2026-11-23T00:00:00Z"), new SecureRandom());
    }
}
