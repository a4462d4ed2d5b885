package org.muniment.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.util.BitSetIterator;
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
    record Answer(long total, long captures, long unsearchable, List<MessageFacts> newest) {}

    Answer answer(SearchQuery query, int limit) throws IOException {
        var compiler = new QueryCompiler(query.zone());
        var found = searcher.rewrite(compiler.compile(query.clause(), Sense.FOUND));
        long total = searcher.count(found);
        long captures = total + furtherCaptures(found);
        return new Answer(total, captures, unsearchable(compiler, query.clause()), newest(found, limit));
    }

    List<MessageFacts> newestExceptions(int limit) throws IOException {
        return newest(new TermQuery(EXCEPTIONS), limit);
    }

    List<MessageFacts> withCapture(long accession) throws IOException {
        return newest(LongPoint.newExactQuery(IndexFields.ACCESSION, accession), 1);
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

    /// The newest messages. The index is in that order, so each segment is left as soon as it has given enough.
    private List<MessageFacts> newest(Query query, int limit) throws IOException {
        var newest = new ArrayList<MessageFacts>();
        if (limit == 0) return newest;
        var top = searcher.search(query, new TopFieldCollectorManager(MessageIndex.NEWEST_FIRST, limit, limit));
        var segments = searcher.getIndexReader().leaves();
        for (var hit : top.scoreDocs) newest.add(FactsReader.facts(segments, hit.doc));
        return newest;
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

    private long unsearchable(QueryCompiler compiler, Clause clause) throws IOException {
        if (searcher.getIndexReader().docFreq(EXCEPTIONS) == 0) return 0;
        var uncertain = new BooleanQuery.Builder()
                .add(new TermQuery(EXCEPTIONS), Occur.FILTER)
                .add(compiler.compile(clause, Sense.POSSIBLE), Occur.FILTER)
                .add(compiler.compile(clause, Sense.CERTAIN), Occur.MUST_NOT)
                .build();
        return searcher.count(uncertain);
    }
}
