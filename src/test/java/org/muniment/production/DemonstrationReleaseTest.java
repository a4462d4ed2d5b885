package org.muniment.production;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.Alarms;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveSettings;
import org.muniment.archive.Channel;
import org.muniment.archive.Envelope;
import org.muniment.archive.Peer;
import org.muniment.archive.Progress;
import org.muniment.rendition.FontShelf;
import org.muniment.review.RedactionMarks;
import org.muniment.sandbox.Sandbox;
import org.muniment.search.ArchiveSearch;
import org.muniment.search.SearchQuery;
import org.muniment.search.SearchScope;
import org.muniment.search.SearchSettings;

class DemonstrationReleaseTest {
    private static final Instant NOW = Instant.parse("2026-11-23T15:04:05Z");
    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    @TempDir
    private Path folder;

    @Test
    void everyPageOfADemonstrationsReleaseSaysSoAndMeetsBothStandards() throws Exception {
        var settings = ArchiveSettings.standard().withPassphraseFile(folder.resolve("passphrase"));
        try (var alarms = Alarms.in(folder.resolve("workflow"), CLOCK);
                var archive = Archive.open(folder.resolve("data"), settings, alarms, CLOCK)) {
            archive.beginDemonstration("a test");
            capture(archive, "The pump has failed. ".repeat(900));
            try (var search = ArchiveSearch.open(
                    folder.resolve("index"), archive, alarms, CLOCK, SearchSettings.in(ZoneOffset.UTC))) {
                search.start();
                assertThat(search.awaitIndexed(archive.size(), Duration.ofSeconds(30)))
                        .isTrue();
                release(archive, search);
            }
        }
        var released = folder.resolve("out/REQ");
        for (var name : List.of("REQ-000001.pdf", "redaction-log.pdf")) {
            var pages = text(released.resolve(name)).split("\f", -1);
            assertThat(pages).hasSizeGreaterThan(1);
            for (int i = 0; i < pages.length - 1; i++)
                assertThat(pages[i]).contains("Page " + (i + 1), Stamp.DEMONSTRATION);
            assertThat(VeraPdf.objections(released.resolve(name))).isEmpty();
        }
    }

    private void release(Archive archive, ArchiveSearch search) throws Exception {
        var marks = RedactionMarks.read(Files.writeString(
                folder.resolve("marks.json"), "[{\"match\":\"clerk@example.gov\",\"exemption\":\"an example\"}]"));
        var query = SearchQuery.parse("pump", ZoneOffset.UTC, LocalDate.of(2026, 11, 23));
        new Release(archive, search, Sandbox.onThisMachine(), FontShelf.ofThisMachine(), CLOCK)
                .run(
                        query,
                        SearchScope.everything(),
                        marks,
                        new BatesPrefix("REQ-"),
                        folder.resolve("out"),
                        Progress.UNSEEN);
    }

    private static void capture(Archive archive, String body) throws Exception {
        var envelope = new Envelope("test", Channel.FILE_IMPORT, Optional.empty(), List.of(), Peer.NONE, NOW);
        try (var incoming = archive.receive(envelope)) {
            incoming.body()
                    .write(("From: clerk@example.gov\r\nSubject: Pump\r\nMessage-ID: <1@example.gov>\r\n\r\n" + body)
                            .getBytes(UTF_8));
            incoming.commit().get();
        }
    }

    private static String text(Path pdf) throws Exception {
        var process = new ProcessBuilder("pdftotext", "-layout", pdf.toString(), "-").start();
        return new String(process.getInputStream().readAllBytes(), UTF_8);
    }
}
