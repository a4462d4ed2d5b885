package org.muniment.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.Alarms;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.AccessionRanges;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.Channel;
import org.muniment.archive.Envelope;
import org.muniment.archive.Guard;
import org.muniment.archive.Peer;

/// What was destroyed is found no more, and no word of it is left in any file of the data folder.
class DestroyedIsForgottenTest {
    private static final List<String> CANARIES =
            List.of("zqsubjectcanary", "zqbodycanary", "zqattachedcanary", "zqaddresscanary");
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path folder;

    private Alarms alarms;
    private Archive archive;
    private ArchiveSearch search;

    @BeforeEach
    void open() throws IOException {
        var clock = InstantSource.system();
        alarms = Alarms.in(folder.resolve("alarms"), clock);
        var settings = ArchiveSettings.standard().withPassphraseFile(folder.resolve("passphrase"));
        archive = Archive.open(folder.resolve("data"), settings, alarms, clock);
        search = ArchiveSearch.open(
                folder.resolve("data").resolve("index"), archive, alarms, clock, SearchSettings.in(ZoneOffset.UTC));
        search.start();
        archive.destructions().guardedBy(new NothingHeld(), clock::instant);
    }

    @AfterEach
    void close() throws IOException {
        search.close();
        archive.close();
        alarms.close();
    }

    @Test
    void noWordOfItIsLeftInTheDataFolder() throws Exception {
        for (int i = 0; i < 5; i++) keep("plain", "other@city.example", "Minutes of meeting " + i, "journal");
        keep(mail(), "zqaddresscanary@city.example", "", "journal");
        for (int i = 5; i < 9; i++) keep("plain", "other@city.example", "Minutes of meeting " + i, "journal");
        assertThat(search.awaitIndexed(archive.size(), LONG)).isTrue();
        for (String canary : CANARIES) assertThat(total(canary)).as(canary).isEqualTo(1);

        archive.destructions().destroy(AccessionRanges.of(List.of(new AccessionNumber(5))), "ab".repeat(32));

        assertThat(search.awaitIndexed(archive.size(), LONG)).isTrue();
        for (String canary : CANARIES) assertThat(total(canary)).as(canary).isZero();
        assertThat(total("meeting")).isEqualTo(9);
        assertThat(left()).isEmpty();
    }

    @Test
    void ofAMessageWithSeveralCapturesOnlyWhatTheDestroyedOneToldIsForgotten() throws Exception {
        keep(mail(), "clerk@city.example", "", "journal");
        keep(mail(), "zqenvelope@city.example", "", "other-journal");
        assertThat(search.awaitIndexed(archive.size(), LONG)).isTrue();
        assertThat(total("recipient:zqenvelope@city.example")).isEqualTo(1);

        archive.destructions().destroy(AccessionRanges.of(List.of(new AccessionNumber(1))), "ab".repeat(32));

        assertThat(search.awaitIndexed(archive.size(), LONG)).isTrue();
        assertThat(total("recipient:zqenvelope@city.example")).isZero();
        assertThat(total("recipient:clerk@city.example")).isEqualTo(1);
        assertThat(total("zqbodycanary")).isEqualTo(1);
        assertThat(search.messageOf(new AccessionNumber(0), SearchScope.everything())
                        .orElseThrow()
                        .captures())
                .containsExactly(new AccessionNumber(0));
    }

    private long total(String query) throws IOException {
        return search.search(
                        SearchQuery.parse(query, ZoneOffset.UTC, LocalDate.of(2026, 8, 22)),
                        SearchScope.everything(),
                        10)
                .total();
    }

    private List<String> left() throws IOException {
        List<String> left = new ArrayList<>();
        try (var files = Files.walk(folder.resolve("data"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String canary : CANARIES)
                    for (String form : forms(canary)) if (bytes.contains(form)) left.add(file + ": " + canary);
            }
        }
        return left;
    }

    /// As it is, in UTF-16, and in the three ways base64 may cut it.
    private static List<String> forms(String canary) {
        List<String> forms = new ArrayList<>(List.of(canary));
        for (var charset : List.of(StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE))
            forms.add(new String(canary.getBytes(charset), StandardCharsets.ISO_8859_1));
        for (int cut = 0; cut < 3; cut++) {
            String from = canary.substring(cut, cut + (canary.length() - cut) / 3 * 3);
            forms.add(Base64.getEncoder().encodeToString(from.getBytes(StandardCharsets.US_ASCII)));
        }
        return forms;
    }

    private static String mail() {
        String attached = Base64.getEncoder().encodeToString("zqattachedcanary".getBytes(StandardCharsets.US_ASCII));
        return """
                From: clerk@city.example\r
                To: zqaddresscanary@city.example\r
                Subject: zqsubjectcanary\r
                Date: Fri, 21 Aug 2026 10:00:00 +0000\r
                Message-ID: <one@city.example>\r
                MIME-Version: 1.0\r
                Content-Type: multipart/mixed; boundary=b\r
                \r
                --b\r
                Content-Type: text/plain\r
                \r
                zqbodycanary\r
                --b\r
                Content-Type: text/plain; name=a.txt\r
                Content-Disposition: attachment; filename=a.txt\r
                Content-Transfer-Encoding: base64\r
                \r
                %s\r
                --b--\r
                """.formatted(attached);
    }

    private void keep(String raw, String recipient, String subject, String source) throws IOException {
        String text = raw.equals("plain")
                ? "From: a@city.example\r\nTo: b@city.example\r\nSubject: " + subject + "\r\nMessage-ID: <"
                        + subject.hashCode() + "@city.example>\r\n\r\n" + subject + "\r\n"
                : raw;
        var envelope = new Envelope(
                source, Channel.SMTP, Optional.of("a@city.example"), List.of(recipient), Peer.NONE, Instant.now());
        try (var incoming = archive.receive(envelope)) {
            incoming.body().write(text.getBytes(StandardCharsets.US_ASCII));
            incoming.commit().join();
        }
    }

    private static final class NothingHeld implements Guard {
        @Override
        public long version() {
            return -1;
        }

        @Override
        public AccessionRanges held(AccessionRanges captures) {
            return new AccessionRanges(List.of());
        }

        @Override
        public boolean changesHolds(String kind) {
            return false;
        }
    }
}
