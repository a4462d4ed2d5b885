package org.muniment.search;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSortSortedNumericDocValuesRangeQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/// This is what makes a question to the index of an understood query.
///
/// A message with unread text answers a question about its text "yes" or "perhaps", never "no". `Sense` says how
/// perhaps is counted: so the messages that may match, and those that surely do, are two compilations of one query,
/// NOT swapping the two.
final class QueryCompiler {
    /// How a message whose text is not all read answers for what was not found in it.
    enum Sense {
        /// As every search does: what was not found is not there.
        FOUND,
        /// What was not found may be there. Asked only of messages with exceptions.
        POSSIBLE,
        /// What is excluded may be there all the same, so it excludes too much. Asked only of messages with
        /// exceptions.
        CERTAIN
    }

    private static final Query HEADER_UNREAD =
            new TermQuery(new Term(IndexFields.EXCEPTION, IndexFields.EXCEPTION_HEADER));

    private final ZoneId zone;
    private final Stemmer stemmer = new Stemmer();

    QueryCompiler(ZoneId zone) {
        this.zone = zone;
    }

    Query compile(Clause clause, Sense sense) {
        return switch (clause) {
            case Clause.Everything _ -> MatchAllDocsQuery.INSTANCE;
            case Clause.And(var clauses) -> all(clauses, sense);
            case Clause.Or(var clauses) ->
                any(clauses.stream().map(each -> compile(each, sense)).toList());
            case Clause.Not(var inner) -> not(compile(inner, opposite(sense)));
            case Clause.Present(var field) -> unsure(field, sense, term(IndexFields.PRESENT, field.word()));
            case Clause.Word(var field, var word) -> unsure(field, sense, word(field, word));
            case Clause.Phrase(var field, var words) -> unsure(field, sense, phrase(field, words));
            case Clause.Prefix(var field, var start) -> unsure(field, sense, prefix(field, start));
            case Clause.Literal(var field, var value) -> unsure(field, sense, literal(field, value));
            case Clause.Days(var field, var first, var last) -> unsure(field, sense, days(field, first, last));
        };
    }

    private static Sense opposite(Sense sense) {
        return switch (sense) {
            case FOUND -> Sense.FOUND;
            case POSSIBLE -> Sense.CERTAIN;
            case CERTAIN -> Sense.POSSIBLE;
        };
    }

    private static Query unsure(SearchField field, Sense sense, Query found) {
        if (sense != Sense.POSSIBLE) return found;
        return switch (field) {
            case ANY, SUBJECT, BODY, ATTACHMENT -> MatchAllDocsQuery.INSTANCE;
            case FROM, TO, CC, BCC, RECIPIENT, MESSAGEID, SENT -> any(List.of(found, HEADER_UNREAD));
            case SOURCE, CAPTURED -> found;
        };
    }

    private Query all(List<Clause> clauses, Sense sense) {
        var all = new BooleanQuery.Builder();
        boolean isNegative = true;
        for (var clause : clauses) {
            if (clause instanceof Clause.Not(var excluded)) {
                all.add(compile(excluded, opposite(sense)), Occur.MUST_NOT);
            } else {
                all.add(compile(clause, sense), Occur.FILTER);
                isNegative = false;
            }
        }
        if (isNegative) all.add(MatchAllDocsQuery.INSTANCE, Occur.FILTER);
        return all.build();
    }

    private static Query any(List<Query> queries) {
        if (queries.size() == 1) return queries.getFirst();
        var any = new BooleanQuery.Builder();
        for (var query : queries) any.add(query, Occur.SHOULD);
        return any.build();
    }

    private static Query not(Query excluded) {
        return new BooleanQuery.Builder()
                .add(MatchAllDocsQuery.INSTANCE, Occur.FILTER)
                .add(excluded, Occur.MUST_NOT)
                .build();
    }

    private Query word(SearchField field, String word) {
        if (field.kind() == SearchField.Kind.PEOPLE) return term(IndexFields.exact(field), word);
        var stem = stemmer.stem(word);
        return switch (field) {
            case ANY -> term(IndexFields.STEM, stem);
            case BODY ->
                new BooleanQuery.Builder()
                        .add(term(IndexFields.STEM, stem), Occur.FILTER)
                        .add(term(IndexFields.STEM_NOT_IN_BODY, stem), Occur.MUST_NOT)
                        .build();
            default -> term(field.word(), stem);
        };
    }

    private static Query phrase(SearchField field, List<String> words) {
        return any(exactFields(field).map(name -> phrase(name, words)).toList());
    }

    private static Query phrase(String name, List<String> words) {
        if (words.size() == 1) return term(name, words.getFirst());
        return new PhraseQuery(name, words.toArray(String[]::new));
    }

    private static Query prefix(SearchField field, String start) {
        if (field.kind() == SearchField.Kind.LITERAL) return new PrefixQuery(new Term(field.word(), start));
        return any(exactFields(field)
                .<Query>map(name -> new PrefixQuery(new Term(name, start)))
                .toList());
    }

    private static Stream<String> exactFields(SearchField field) {
        return field == SearchField.ANY
                ? Stream.of(IndexFields.BODY_EXACT, IndexFields.META_EXACT)
                : Stream.of(IndexFields.exact(field));
    }

    private static Query literal(SearchField field, String value) {
        return term(field.kind() == SearchField.Kind.PEOPLE ? IndexFields.exact(field) : field.word(), value);
    }

    private Query days(SearchField field, Optional<LocalDate> first, Optional<LocalDate> last) {
        long from = first.map(day -> day.atStartOfDay(zone).toEpochSecond()).orElse(Long.MIN_VALUE);
        long to = last.map(day -> day.plusDays(1).atStartOfDay(zone).toEpochSecond() - 1)
                .orElse(Long.MAX_VALUE);
        if (field == SearchField.CAPTURED) return LongPoint.newRangeQuery(IndexFields.CAPTURED, from, to);
        var unsorted = LongPoint.newRangeQuery(IndexFields.SENT, from, to);
        return new IndexSortSortedNumericDocValuesRangeQuery(IndexFields.SENT, from, to, unsorted);
    }

    private static Query term(String field, String term) {
        return new TermQuery(new Term(field, term));
    }
}
