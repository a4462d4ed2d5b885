package org.muniment.production;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.Alarms;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.Channel;
import org.muniment.archive.Envelope;
import org.muniment.archive.LogEntry;
import org.muniment.archive.Peer;
import org.muniment.archive.Progress;
import org.muniment.merklelog.SignedNote;
import org.muniment.rendition.FontShelf;
import org.muniment.review.MarksAreMalformed;
import org.muniment.review.RedactionMarks;
import org.muniment.sandbox.Sandbox;
import org.muniment.search.ArchiveSearch;
import org.muniment.search.SearchQuery;
import org.muniment.search.SearchScope;
import org.muniment.search.SearchSettings;

class ReleaseTest {
    private static final Instant NOW = Instant.parse("2026-11-23T15:04:05Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);
    private static final BatesPrefix PREFIX = new BatesPrefix("REQ-");
    private static final String CANARY = "Quillfeather";
    private static final String MARKS = """
            [{"match":"quillfeather","in":["body","subject"],"exemption":"1-210(b)(2)"},
             {"match":"never there","exemption":"1-210(b)(1)"}]""";
    private static FontShelf fonts;

    @TempDir
    private Path folder;

    private Alarms alarms;
    private Archive archive;
    private ArchiveSearch search;

    @BeforeAll
    static void openFonts() throws IOException {
        fonts = FontShelf.ofThisMachine();
    }

    @BeforeEach
    void openAnArchive() throws Exception {
        alarms = Alarms.in(folder.resolve("workflow"), CLOCK);
        var settings = ArchiveSettings.standard().withPassphraseFile(folder.resolve("passphrase"));
        archive = Archive.open(folder.resolve("data"), settings, alarms, CLOCK);
        search = ArchiveSearch.open(folder.resolve("index"), archive, alarms, CLOCK, SearchSettings.in(ZoneOffset.UTC));
        search.start();
        capture("one@example.gov", "About the permit", CANARY + " asked twice: QUILLFEATHER.");
        capture("two@example.gov", "For " + CANARY, "The permit is granted.");
        capture("three@example.gov", "Lunch", "Nothing to see.");
        assertThat(search.awaitIndexed(archive.size(), Duration.ofSeconds(30))).isTrue();
    }

    @AfterEach
    void closeTheArchive() throws Exception {
        search.close();
        archive.close();
        alarms.close();
    }

    @Test
    void aReleaseHoldsWhatMatchesRedactedNumberedListedAndSigned() throws Exception {
        var out = folder.resolve("out");
        var report = release(Sandbox.onThisMachine())
                .run(query("permit"), SearchScope.everything(), marks(MARKS), PREFIX, out, Progress.UNSEEN);

        assertThat(report.totals()).isEqualTo(new ReleaseTotals("REQ-000001", "REQ-000002", 2, 2, 2, 3));
        assertThat(report.marksWithoutEffect()).containsExactly(2);
        assertThat(out.resolve("REQ")).isDirectoryContaining(file -> file.endsWith("REQ-000002.pdf"));
        assertThat(out.resolve("REQ/redaction-log.csv"))
                .content()
                .contains("REQ-000001,0,1,Body,1-210(b)(2)", "REQ-000002,1,subject,Subject,1-210(b)(2)");
        assertThat(out.resolve("officer-only/left-elsewhere.csv")).content().contains("File,Accession,Part");
        assertThatTheNoteIsSignedAndNamesTheManifest(out.resolve("REQ"));
        assertThatTheZipHoldsExactly(report.zip(), out.resolve("REQ"));
        assertThat(recorded(report.recordedAs())).contains("\"totals\"", "REQ-000001.pdf", "permit");
        assertThat(text(out.resolve("REQ/REQ-000001.pdf")))
                .contains("asked twice", "1-210(b)(2)", "Page 1 of 1", "REQ-000001")
                .doesNotContainIgnoringCase(CANARY);
    }

    @Test
    void whereTheLawWantsTheAmountTheBoxAndTheLogStateItCoarsely() throws Exception {
        var out = folder.resolve("out");
        release(Sandbox.onThisMachine())
                .run(
                        query("permit"),
                        SearchScope.everything(),
                        marks(MARKS).statingAmounts(),
                        PREFIX,
                        out,
                        Progress.UNSEEN);

        assertThat(out.resolve("REQ/redaction-log.csv"))
                .content()
                .contains("Exemption,Amount", "REQ-000001,0,1,Body,1-210(b)(2),up to 10 words");
        assertThat(text(out.resolve("REQ/REQ-000001.pdf"))).contains("1-210(b)(2), up to 10 words");
        assertThat(text(out.resolve("REQ/redaction-log.pdf"))).contains("up to 10 words");
    }

    @Test
    void whatAKilledReleaseLeftIsRemovedADayLater() throws Exception {
        var old = Files.createDirectory(folder.resolve(".release-in-work-1"));
        Files.writeString(old.resolve("page"), CANARY);
        Files.setLastModifiedTime(old, FileTime.from(NOW.minus(Duration.ofHours(25))));
        var present = Files.createDirectory(folder.resolve(".release-in-work-2"));
        Files.setLastModifiedTime(present, FileTime.from(NOW.minus(Duration.ofHours(1))));
        release(Sandbox.onThisMachine())
                .run(
                        query("permit"),
                        SearchScope.everything(),
                        marks(MARKS),
                        PREFIX,
                        folder.resolve("out"),
                        Progress.UNSEEN);
        assertThat(old).doesNotExist();
        assertThat(present).exists();
    }

    @Test
    void theSamePagesAreTheSameBytes() throws Exception {
        for (var name : List.of("first", "second"))
            release(Sandbox.onThisMachine())
                    .run(
                            query("permit"),
                            SearchScope.everything(),
                            marks(MARKS),
                            PREFIX,
                            folder.resolve(name),
                            Progress.UNSEEN);
        for (var file : List.of("REQ-000001.pdf", "REQ-000002.pdf", "redaction-log.pdf", "redaction-log.csv"))
            assertThat(folder.resolve("first/REQ").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("second/REQ").resolve(file));
    }

    @Test
    void aQueryThatSaysWhatIsWithheldIsNotInTheManifest() throws Exception {
        var out = folder.resolve("out");
        var report = release(Sandbox.onThisMachine())
                .run(query(CANARY), SearchScope.everything(), marks(MARKS), PREFIX, out, Progress.UNSEEN);
        assertThat(out.resolve("REQ/manifest.json")).content().doesNotContainIgnoringCase(CANARY);
        assertThat(recorded(report.recordedAs())).containsIgnoringCase(CANARY);
    }

    @Test
    void aQueryThatSaysAWithheldNameInOtherWordsIsNotInTheManifest() throws Exception {
        capture("four@example.gov", "Zoning", "Bo Smith and Ann wrote.");
        assertThat(search.awaitIndexed(archive.size(), Duration.ofSeconds(30))).isTrue();
        var marks = marks("[{\"match\":\"Bo Smith\",\"exemption\":\"x\"},{\"match\":\"Ann\",\"exemption\":\"x\"}]");
        for (var asked : List.of("smith bo", "smi*", "\"ann wrote\"", "subject:zoning AND body:bo")) {
            var out = folder.resolve("out" + asked.hashCode());
            release(Sandbox.onThisMachine())
                    .run(query(asked), SearchScope.everything(), marks, PREFIX, out, Progress.UNSEEN);
            assertThat(out.resolve("REQ/manifest.json"))
                    .content()
                    .as(asked)
                    .contains("\"not shown: ")
                    .doesNotContainIgnoringCase("smi");
        }
    }

    @Test
    void withheldWordsThatEveryReleaseHasDoNotStopIt() throws Exception {
        capture("five@example.gov", "Document", "On 2026-11-23 redactions to captures.");
        assertThat(search.awaitIndexed(archive.size(), Duration.ofSeconds(30))).isTrue();
        var marks = marks("""
                [{"match":"Document","exemption":"x"},{"match":"2026-11-23","exemption":"x"},
                 {"match":"redactions","exemption":"x"},{"match":"captures","exemption":"x"}]""");
        var out = folder.resolve("out");
        var report = release(Sandbox.onThisMachine())
                .run(query("subject:document"), SearchScope.everything(), marks, PREFIX, out, Progress.UNSEEN);
        assertThat(report.totals().redactions()).isGreaterThanOrEqualTo(3);
    }

    @Test
    void nothingIsReleasedWithoutPoppler() throws Exception {
        var out = folder.resolve("out");
        assertThatThrownBy(() -> release(Sandbox.withNothingInstalled())
                        .run(query("permit"), SearchScope.everything(), marks(MARKS), PREFIX, out, Progress.UNSEEN))
                .isInstanceOf(ReleaseRefused.class)
                .hasMessageContaining("apt-get install");
        assertThatOnlyTheRefusalIsIn(out);
    }

    @Test
    void nothingIsReleasedWhenNothingMatches() throws Exception {
        var out = folder.resolve("out");
        assertThatThrownBy(() -> release(Sandbox.onThisMachine())
                        .run(query("zebra"), SearchScope.everything(), marks(MARKS), PREFIX, out, Progress.UNSEEN))
                .isInstanceOf(ReleaseRefused.class)
                .hasMessageContaining("nothing to release");
        assertThatOnlyTheRefusalIsIn(out);
    }

    @Test
    void nothingIsReleasedWhenAMarkNamesAPlaceThatIsNotThere() throws Exception {
        var out = folder.resolve("out");
        var malformed = marks("""
                [{"accession":0,"part":"9","from":0,"to":4,"exemption":"1-210(b)(2)"}]""");
        assertThatThrownBy(() -> release(Sandbox.onThisMachine())
                        .run(query("permit"), SearchScope.everything(), malformed, PREFIX, out, Progress.UNSEEN))
                .isInstanceOf(MarksAreMalformed.class);
        assertThatOnlyTheRefusalIsIn(out);
    }

    private Release release(Sandbox sandbox) {
        return new Release(archive, search, sandbox, fonts, CLOCK);
    }

    private void capture(String messageId, String subject, String body) throws Exception {
        var envelope = new Envelope("test", Channel.FILE_IMPORT, Optional.empty(), List.of(), Peer.NONE, NOW);
        try (var incoming = archive.receive(envelope)) {
            incoming.body()
                    .write(
                            "From: clerk@example.gov\r\nTo: board@example.gov\r\nSubject: %s\r\nMessage-ID: <%s>\r\n\r\n%s\r\n"
                                    .formatted(subject, messageId, body)
                                    .getBytes(UTF_8));
            incoming.commit().get();
        }
    }

    private static SearchQuery query(String text) {
        return SearchQuery.parse(text, ZoneOffset.UTC, LocalDate.of(2026, 11, 23));
    }

    private RedactionMarks marks(String json) throws IOException {
        return RedactionMarks.read(Files.writeString(folder.resolve("marks.json"), json));
    }

    private void assertThatTheNoteIsSignedAndNamesTheManifest(Path release) throws Exception {
        var note = SignedNote.parse(Files.readAllBytes(release.resolve(Production.SIGNATURE)));
        assertThatCode(() -> note.verify(archive.log().verifier())).doesNotThrowAnyException();
        assertThat(note.text())
                .isEqualTo("%s/release/v1\n%s  manifest.json\n"
                        .formatted(archive.log().origin(), Digests.sha256Hex(release.resolve(Production.MANIFEST))));
    }

    private static void assertThatTheZipHoldsExactly(Path zip, Path release) throws IOException {
        try (var mounted = FileSystems.newFileSystem(zip);
                var inZip = Files.list(mounted.getPath("/"));
                var inFolder = Files.list(release)) {
            assertThat(inZip.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            inFolder.map(file -> file.getFileName().toString()).toList())
                    .contains("manifest.json", "redaction-log.pdf")
                    .noneMatch(name -> name.contains("left-elsewhere"));
        }
    }

    private void assertThatOnlyTheRefusalIsIn(Path out) throws IOException {
        try (var files = Files.list(out)) {
            assertThat(files).containsExactly(out.resolve("refused.txt"));
        }
        assertThat(folder).isDirectoryNotContaining(file -> file.toString().contains("in-work"));
    }

    private String recorded(AccessionNumber number) throws IOException {
        try (var entries = archive.entries(number)) {
            return ((LogEntry.Lifecycle) entries.next().orElseThrow()).event().body();
        }
    }

    private static String text(Path pdf) throws Exception {
        var process = new ProcessBuilder("pdftotext", "-layout", pdf.toString(), "-").start();
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }
}
