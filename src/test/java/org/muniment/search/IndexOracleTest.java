package org.muniment.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.AccessionNumber;

class IndexOracleTest {
    private static final long SEED = 20_261_123;
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 1);
    private static final int CAPTURES = 700;
    private static final int QUERIES = 700;

    @TempDir
    Path folder;

    @Test
    void everyAnswerEqualsTheOneOfReadingEveryMessage() throws IOException {
        var mail = new GeneratedLog(SEED, CAPTURES);
        var oracle = new BruteForce(mail.messages(), ZONE);
        try (var workers = new Workers(2);
                var index = filledWithCrashes(mail, workers)) {
            var queries = new RandomQueries(SEED);
            for (int i = 0; i < QUERIES; i++) {
                var written = queries.clause(3).written();
                var query = SearchQuery.parse(written, ZONE, TODAY);
                var expected = oracle.matches(query.clause());
                var answer = index.searching(searcher ->
                        new Answers(searcher).answer(query, SearchScope.everything(), HitPage.newest(10_000)));
                assertThat(accessions(answer.shown()))
                        .as("seed %d: %s", SEED, written)
                        .isEqualTo(expected.stream()
                                .map(known -> known.facts().first().accession())
                                .toList());
                assertThat(answer.total()).as(written).isEqualTo(expected.size());
                assertThat(answer.captures())
                        .as(written)
                        .isEqualTo(expected.stream()
                                .mapToLong(known -> known.facts().captures().size())
                                .sum());
                assertThat(answer.unsearchable()).as(written).isEqualTo(oracle.uncertain(query.clause()));
            }
        }
    }

    @Test
    void everyGivesAllMatchesOldestFirst() throws IOException {
        var mail = new GeneratedLog(SEED + 1, 3_000);
        try (var workers = new Workers(2);
                var index = filledWithCrashes(mail, workers)) {
            var query = SearchQuery.parse("NOT subject:police", ZONE, TODAY);
            var expected = new BruteForce(mail.messages(), ZONE)
                    .matches(query.clause()).reversed().stream()
                            .map(known -> known.facts().found())
                            .toList();
            var given = new ArrayList<FoundMessage>();
            index.searching(searcher -> {
                var compiled = new QueryCompiler(ZONE).compile(query.clause(), QueryCompiler.Sense.FOUND);
                OldestFirst.each(searcher, compiled, given::add);
                return given;
            });
            assertThat(expected).hasSizeGreaterThan(1_024);
            assertThat(given).isEqualTo(expected);
        }
    }

    @Test
    void everyCaptureLeadsToItsMessage() throws IOException {
        var mail = new GeneratedLog(SEED + 2, 200);
        try (var workers = new Workers(2);
                var index = filledWithCrashes(mail, workers)) {
            for (var known : mail.messages())
                for (var capture : known.facts().captures()) {
                    var found = index.searching(searcher ->
                            new Answers(searcher).withCapture(capture.accession(), SearchScope.everything()));
                    assertThat(found).contains(known.facts());
                }
        }
    }

    /// Adds everything in batches of random size, refreshing, committing and crashing at random.
    private MessageIndex filledWithCrashes(GeneratedLog mail, Workers workers) throws IOException {
        var random = new Random(SEED);
        var settings = SearchSettings.in(ZONE);
        var index = MessageIndex.open(IndexFolder.open(folder), "log", settings);
        while (true) {
            long from = index.position();
            var left = mail.log().stream()
                    .filter(capture -> capture.facts().first().accession() >= from)
                    .toList();
            if (left.isEmpty()) break;
            var batch = left.subList(0, Math.min(left.size(), 1 + random.nextInt(120)));
            index.add(batch, batch.getLast().facts().first().accession() + 1, workers);
            if (random.nextInt(3) == 0) index.refresh();
            if (random.nextInt(4) == 0) index.commit();
            if (random.nextInt(10) == 0) {
                index.close();
                index = MessageIndex.open(IndexFolder.open(folder), "log", settings);
            }
        }
        index.refresh();
        return index;
    }

    private static List<Long> accessions(List<MessageFacts> found) {
        return found.stream()
                .map(facts -> facts.found().accession())
                .map(AccessionNumber::index)
                .toList();
    }
}
