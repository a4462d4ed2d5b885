package org.muniment.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.AccessionSet;
import org.muniment.search.QueryCompiler.Sense;

/// These are the exact answers to questions about one state of the index.
final class Answers {
    private static final Term EXCEPTIONS = new Term(IndexFields.EXCEPTION, IndexFields.EXCEPTION_ANY);

    private final IndexSearcher searcher;

    Answers(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /// This is an answer without the text of the hits.
    record Answer(
            long total,
            long captures,
            long unsearchable,
            long quarantined,
            List<MessageFacts> shown,
            Optional<HitCursor> next,
            Optional<Overview> overview) {}

    Answer answer(SearchQuery query, SearchScope scope, HitPage page) throws IOException {
        var compiler = new QueryCompiler(query.zone());
        var found = searcher.rewrite(compiler.compile(query.clause(), Sense.FOUND));
        var keptBack = scope.keptBack(found);
        long quarantined = keptBack.isEmpty() ? 0 : searcher.count(keptBack.get());
        long total = searcher.count(scope.reached(found)) - quarantined;
        var visible = searcher.rewrite(scope.visible(found));
        long captures = total + furtherCaptures(visible);
        var shown = shown(visible, page);
        var overview = page.counting() == HitPage.Counting.OVERVIEW
                ? Optional.of(new OverviewMaker(searcher, query.zone()).of(visible))
                : Optional.<Overview>empty();
        return new Answer(
                total,
                captures,
                unsearchable(compiler, query.clause(), scope),
                quarantined,
                shown.facts,
                shown.next,
                overview);
    }

    List<MessageFacts> newestExceptions(SearchScope scope, int limit) throws IOException {
        return shown(scope.visible(new TermQuery(EXCEPTIONS)), HitPage.newest(limit)).facts;
    }

    /// How many messages in scope have something that could not be read.
    long exceptions(SearchScope scope) throws IOException {
        return searcher.count(scope.visible(new TermQuery(EXCEPTIONS)));
    }

    /// The message with that capture, if it is there and in scope.
    Optional<MessageFacts> withCapture(long accession, SearchScope scope) throws IOException {
        var query = scope.visible(LongPoint.newExactQuery(IndexFields.ACCESSION, accession));
        return shown(query, HitPage.newest(1)).facts.stream().findFirst();
    }

    /// Messages in scope that have or name one of these Message-IDs, oldest first.
    List<MessageFacts> inThread(Set<String> messageIds, SearchScope scope, int limit) throws IOException {
        var ids = messageIds.stream().map(BytesRef::new).toList();
        var query = scope.visible(new TermInSetQuery(IndexFields.THREAD, ids));
        var oldest = new HitPage(HitPage.Order.OLDEST_FIRST, Optional.empty(), limit, HitPage.Counting.TOTALS);
        return shown(query, oldest).facts;
    }

    /// How many of these captures break a mail standard.
    long withDefects(AccessionSet captures) throws IOException {
        var range = LongPoint.newRangeQuery(
                IndexFields.DEFECTIVE, captures.first().index(), captures.last().index());
        var weight = Matches.weight(searcher, range);
        long count = 0;
        for (var segment : searcher.getIndexReader().leaves()) {
            var facts = FactsReader.of(segment.reader());
            var documents = new BitSetIterator(Matches.in(segment, weight), 0);
            for (int i = documents.nextDoc(); i != DocIdSetIterator.NO_MORE_DOCS; i = documents.nextDoc())
                count += facts.facts(i).captures().stream()
                        .filter(MessageFacts.CaptureFacts::hasDefects)
                        .filter(capture -> captures.contains(new AccessionNumber(capture.accession())))
                        .count();
        }
        return count;
    }

    private record Shown(List<MessageFacts> facts, Optional<HitCursor> next) {}

    /// One page. The index is sorted newest first; in that order each segment is left as soon as it has given enough.
    private Shown shown(Query query, HitPage page) throws IOException {
        if (page.limit() == 0) return new Shown(List.of(), Optional.empty());
        var sort = page.order() == HitPage.Order.NEWEST_FIRST ? MessageIndex.NEWEST_FIRST : MessageIndex.OLDEST_FIRST;
        // One more than is shown tells whether there is a next page.
        int wanted = page.limit() + 1;
        var after = page.after().map(Answers::place).orElse(null);
        var top = searcher.search(query, new TopFieldCollectorManager(sort, wanted, after, wanted)).scoreDocs;
        var facts = new ArrayList<MessageFacts>();
        var segments = searcher.getIndexReader().leaves();
        for (int i = 0; i < Math.min(top.length, page.limit()); i++) facts.add(FactsReader.facts(segments, top[i].doc));
        var next = top.length < wanted ? Optional.<HitCursor>empty() : Optional.of(cursor(top[page.limit() - 1]));
        return new Shown(facts, next);
    }

    /// Behind every message of that date and number; there is only one.
    private static FieldDoc place(HitCursor cursor) {
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, new Object[] {cursor.sent(), cursor.accession()});
    }

    private static HitCursor cursor(ScoreDoc last) {
        var values = ((FieldDoc) last).fields;
        return new HitCursor((Long) values[0], (Long) values[1]);
    }

    /// Captures beyond the first of each message. Most messages have none, and those are not even looked at.
    private long furtherCaptures(Query found) throws IOException {
        var several = new BooleanQuery.Builder()
                .add(found, Occur.FILTER)
                .add(new FieldExistsQuery(IndexFields.CAPTURES_MORE), Occur.FILTER)
                .build();
        long sum = 0;
        var weight = Matches.weight(searcher, several);
        for (var segment : searcher.getIndexReader().leaves()) {
            var more = DocValues.getNumeric(segment.reader(), IndexFields.CAPTURES_MORE);
            var documents = new BitSetIterator(Matches.in(segment, weight), 0);
            for (int i = documents.nextDoc(); i != DocIdSetIterator.NO_MORE_DOCS; i = documents.nextDoc())
                if (more.advanceExact(i)) sum += more.longValue();
        }
        return sum;
    }

    /// The messages in scope that [SearchHits#unsearchable] counts, newest first.
    List<MessageFacts> unsearchable(SearchQuery query, SearchScope scope, int limit) throws IOException {
        var uncertain = uncertain(new QueryCompiler(query.zone()), query.clause());
        return shown(scope.visible(uncertain), HitPage.newest(limit)).facts;
    }

    private long unsearchable(QueryCompiler compiler, Clause clause, SearchScope scope) throws IOException {
        if (searcher.getIndexReader().docFreq(EXCEPTIONS) == 0) return 0;
        return searcher.count(scope.visible(uncertain(compiler, clause)));
    }

    private static Query uncertain(QueryCompiler compiler, Clause clause) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(EXCEPTIONS), Occur.FILTER)
                .add(compiler.compile(clause, Sense.POSSIBLE), Occur.FILTER)
                .add(compiler.compile(clause, Sense.CERTAIN), Occur.MUST_NOT)
                .build();
    }
}
