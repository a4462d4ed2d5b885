package org.muniment.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MessageIndexTest {
    private static final long SEED = 31_415;

    @TempDir
    Path folder;

    @Test
    void whatWasNotCommittedIsIndexedAgainFromTheCommittedPosition() throws IOException {
        var log = new GeneratedLog(SEED, 60).log();
        try (var workers = new Workers(2)) {
            try (var index = open("log")) {
                index.add(log.subList(0, 30), 500, workers);
                index.commit();
                index.add(log.subList(30, 60), 900, workers);
                index.refresh();
                assertThat(index.searchable()).isEqualTo(900);
            }
            try (var index = open("log")) {
                assertThat(index.position()).isEqualTo(500);
                assertThat(count(index, "*").captures()).isEqualTo(30);
                index.add(log.subList(30, 60), 900, workers);
                index.refresh();
                assertThat(count(index, "*").captures()).isEqualTo(60);
            }
        }
    }

    @Test
    void aRebuiltIndexGivesTheSameFactsAsOneGrownCaptureByCapture() throws IOException {
        var mail = new GeneratedLog(SEED, 300);
        try (var workers = new Workers(2);
                var grown = open("log");
                var rebuilt = MessageIndex.open(IndexFolder.open(folder.resolve("rebuilt")), "log", settings())) {
            for (var capture : mail.log()) {
                grown.add(List.of(capture), capture.facts().first().accession() + 1, workers);
                if (capture.facts().first().accession() % 7 == 0) grown.refresh();
            }
            rebuilt.add(mail.log(), grown.position(), workers);
            grown.refresh();
            rebuilt.refresh();
            assertThat(count(grown, "*")).isEqualTo(count(rebuilt, "*"));
            assertThat(count(grown, "*").total()).isEqualTo(mail.messages().size());
            assertThat(count(grown, "recipient:bob OR permit")).isEqualTo(count(rebuilt, "recipient:bob OR permit"));
        }
    }

    @Test
    void anIndexOfAnotherFormatOrLogOrOfALongerLogCannotBeContinued() throws IOException {
        try (var workers = new Workers(2);
                var index = open("one log")) {
            index.add(new GeneratedLog(SEED, 5).log(), 40, workers);
            index.commit();
        }
        try (var directory = IndexFolder.open(folder)) {
            assertThat(IndexFolder.whyUnusable(directory, "one log", 40)).isEmpty();
            assertThat(IndexFolder.whyUnusable(directory, "one log", 39).orElseThrow())
                    .contains("has seen 40");
            assertThat(IndexFolder.whyUnusable(directory, "another log", 40).orElseThrow())
                    .contains("another log");
        }
    }

    @Test
    void aDamagedIndexIsKnownAndCanBeEmptied() throws IOException {
        try (var workers = new Workers(2);
                var index = open("log")) {
            index.add(new GeneratedLog(SEED, 50).log(), 90, workers);
            index.commit();
        }
        for (var file : List.of("segments_")) damage(file);
        try (var directory = IndexFolder.open(folder)) {
            assertThat(IndexFolder.whyUnusable(directory, "log", 90).orElseThrow())
                    .contains("damaged");
            IndexFolder.empty(directory);
            assertThat(IndexFolder.whyUnusable(directory, "log", 90)).isEmpty();
        }
        try (var index = open("log")) {
            assertThat(index.position()).isZero();
        }
    }

    @Test
    void aDayIsTheDayOfTheQuerysZone() throws IOException {
        var mail = new GeneratedLog(SEED, 400);
        try (var workers = new Workers(2);
                var index = open("log")) {
            index.add(mail.log(), 10_000, workers);
            index.refresh();
            for (var zone : List.of("America/Chicago", "Pacific/Auckland", "UTC", "Asia/Kolkata"))
                for (int day = 1; day < 28; day++) {
                    var query = SearchQuery.parse("sent:2026-01-" + day, ZoneId.of(zone), LocalDate.EPOCH);
                    var expected = new BruteForce(mail.messages(), ZoneId.of(zone)).matches(query.clause());
                    assertThat(answer(index, query).total())
                            .as(zone + " " + day)
                            .isEqualTo(expected.size());
                }
        }
    }

    private void damage(String prefix) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.filter(each -> each.getFileName().toString().startsWith(prefix))
                    .toList()) {
                var bytes = Files.readAllBytes(file);
                bytes[bytes.length / 2] ^= 0x55;
                Files.write(file, bytes);
            }
        }
    }

    private MessageIndex open(String log) throws IOException {
        return MessageIndex.open(IndexFolder.open(folder), log, settings());
    }

    private static SearchSettings settings() {
        return SearchSettings.in(ZoneOffset.UTC);
    }

    private static Answers.Answer count(MessageIndex index, String query) throws IOException {
        return answer(index, SearchQuery.parse(query, ZoneOffset.UTC, LocalDate.EPOCH));
    }

    private static Answers.Answer answer(MessageIndex index, SearchQuery query) throws IOException {
        return index.searching(
                searcher -> new Answers(searcher).answer(query, SearchScope.everything(), HitPage.newest(1_000)));
    }
}
