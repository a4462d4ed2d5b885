package org.muniment.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.search.GeneratedLog.Known;
import org.muniment.search.HitPage.Counting;
import org.muniment.search.HitPage.Order;

/// Random questions by readers of random scopes: every number must be the one of an archive that never held what the
/// scope hides.
class ScopeOracleTest {
    private static final long SEED = 20_261_124;
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final LocalDate TODAY = LocalDate.of(2026, 2, 1);
    private static final int QUESTIONS = 250;

    @TempDir
    Path folder;

    private final GeneratedLog mail = new GeneratedLog(SEED, 400);
    private final BruteForce oracle = new BruteForce(mail.messages(), ZONE);
    private final RandomQueries queries = new RandomQueries(SEED);
    private final Random random = new Random(SEED);

    /// A scope, and the same rule said message by message.
    private record Reader(SearchScope scope, Predicate<Known> isInReach, Predicate<Known> isKeptBack) {
        boolean sees(Known message) {
            return isInReach.test(message) && !isKeptBack.test(message);
        }
    }

    @Test
    void nothingOutsideTheScopeTakesPartInAnyAnswer() throws IOException {
        try (var workers = new Workers(2);
                var index = filled(workers)) {
            long keptBack = 0;
            for (int i = 0; i < QUESTIONS; i++) {
                var reader = reader();
                var query = SearchQuery.parse(queries.clause(3).written(), ZONE, TODAY);
                keptBack += check(index, query, reader);
            }
            assertThat(keptBack).isGreaterThan(10 * QUESTIONS);
        }
    }

    @Test
    void aCaptureOutOfScopeIsAsOneThatDoesNotExist() throws IOException {
        try (var workers = new Workers(2);
                var index = filled(workers)) {
            for (int i = 0; i < 10; i++) {
                var reader = reader();
                for (var known : mail.messages())
                    for (var capture : known.facts().captures()) {
                        var found = index.searching(
                                searcher -> new Answers(searcher).withCapture(capture.accession(), reader.scope));
                        assertThat(found).isEqualTo(reader.sees(known) ? Optional.of(known.facts()) : Optional.empty());
                    }
            }
        }
    }

    private long check(MessageIndex index, SearchQuery query, Reader reader) throws IOException {
        var matching = oracle.matches(query.clause());
        var expected = matching.stream().filter(reader::sees).toList();
        long quarantined = matching.stream()
                .filter(reader.isInReach)
                .filter(reader.isKeptBack)
                .count();
        var page = new HitPage(Order.NEWEST_FIRST, Optional.empty(), 10_000, Counting.OVERVIEW);
        var answer = index.searching(searcher -> new Answers(searcher).answer(query, reader.scope, page));
        assertThat(answer.shown()).as("seed %d: %s", SEED, query).isEqualTo(facts(expected));
        assertThat(answer.total()).isEqualTo(expected.size());
        assertThat(answer.quarantined()).isEqualTo(quarantined);
        assertThat(answer.captures())
                .isEqualTo(expected.stream()
                        .mapToLong(known -> known.facts().captures().size())
                        .sum());
        assertThat(answer.unsearchable()).isEqualTo(oracle.uncertain(query.clause(), reader::sees));
        checkOverview(answer.overview().orElseThrow(), expected);
        checkPages(index, query, reader, expected);
        return quarantined;
    }

    private static void checkOverview(Overview overview, List<Known> expected) {
        assertThat(overview.bars().stream().mapToLong(Overview.Bar::messages).sum())
                .isEqualTo(expected.size());
        for (var bar : overview.bars())
            assertThat(bar.messages())
                    .as("%s", bar)
                    .isPositive()
                    .isEqualTo(expected.stream()
                            .map(BruteForce::sent)
                            .map(second -> LocalDate.ofInstant(Instant.ofEpochSecond(second), ZONE))
                            .filter(day -> !day.isBefore(bar.first()) && !day.isAfter(bar.last()))
                            .count());
        for (var source : overview.sources())
            assertThat(source.messages())
                    .isPositive()
                    .isEqualTo(expected.stream()
                            .filter(known -> known.facts().captures().stream()
                                    .anyMatch(capture -> capture.source().equals(source.source())))
                            .count());
        assertThat(overview.withAttachment())
                .isEqualTo(expected.stream()
                        .filter(known -> !known.message().attachmentNames().isEmpty())
                        .count());
    }

    private void checkPages(MessageIndex index, SearchQuery query, Reader reader, List<Known> expected)
            throws IOException {
        var order = random.nextBoolean() ? Order.NEWEST_FIRST : Order.OLDEST_FIRST;
        var limit = 20 + random.nextInt(80);
        var given = new ArrayList<MessageFacts>();
        var after = Optional.<HitCursor>empty();
        do {
            var page = new HitPage(order, after, limit, Counting.TOTALS);
            var answer = index.searching(searcher -> new Answers(searcher).answer(query, reader.scope, page));
            given.addAll(answer.shown());
            after = answer.next().map(HitCursor::toString).flatMap(HitCursor::read);
        } while (after.isPresent());
        assertThat(given).isEqualTo(facts(order == Order.NEWEST_FIRST ? expected : expected.reversed()));
        var oldest = new ArrayList<FoundMessage>();
        index.searching(searcher -> {
            var found = new QueryCompiler(ZONE).compile(query.clause(), QueryCompiler.Sense.FOUND);
            OldestFirst.each(searcher, reader.scope.visible(found), oldest::add);
            return oldest;
        });
        assertThat(oldest)
                .isEqualTo(expected.reversed().stream()
                        .map(known -> known.facts().found())
                        .toList());
    }

    private Reader reader() {
        var keptBack = queries.keptBack(mail.messages());
        Predicate<Known> isKeptBack = known -> oracle.isKeptBack(known, keptBack);
        if (random.nextInt(5) == 0) return new Reader(SearchScope.onlyKeptBack(keptBack), isKeptBack, known -> false);
        var scope = SearchScope.keepingBack(keptBack);
        if (random.nextInt(2) == 0) return new Reader(scope, known -> true, isKeptBack);
        var department = queries.participants(random.nextInt(4));
        return new Reader(scope.within(department), known -> BruteForce.isOf(known, department), isKeptBack);
    }

    private MessageIndex filled(Workers workers) throws IOException {
        var index = MessageIndex.open(IndexFolder.open(folder), "log", SearchSettings.in(ZONE));
        var log = mail.log();
        for (int i = 0; i < log.size(); i += 90) {
            var batch = log.subList(i, Math.min(log.size(), i + 90));
            index.add(batch, batch.getLast().facts().first().accession() + 1, workers);
            index.refresh();
        }
        return index;
    }

    private static List<MessageFacts> facts(List<Known> messages) {
        return messages.stream().map(Known::facts).toList();
    }
}
