package org.muniment.search;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.BytesRef;
import org.muniment.search.Overview.Bar;
import org.muniment.search.Overview.SourceCount;
import org.muniment.search.Overview.Unit;

/// This is what counts results by date and by source. It is given only what the reader may see.
final class OverviewMaker {
    private static final int DAYS_MAX = 62;
    private static final int YEARS_OF_MONTHS_MAX = 8;
    private static final int SOURCES_LOOKED_AT_MAX = 50;
    private static final int SOURCES_MAX = 20;
    private static final String SOURCE = SearchField.SOURCE.word();

    private final IndexSearcher searcher;
    private final ZoneId zone;

    OverviewMaker(IndexSearcher searcher, ZoneId zone) {
        this.searcher = searcher;
        this.zone = zone;
    }

    Overview of(Query visible) throws IOException {
        var days = days(visible);
        var unit = unit(days);
        return new Overview(
                unit,
                bars(days, unit),
                sources(visible),
                count(visible, new Term(IndexFields.PRESENT, SearchField.ATTACHMENT.word())));
    }

    /// A segment is sorted by date, so most messages are of the same day as the one before.
    private SortedMap<LocalDate, Long> days(Query visible) throws IOException {
        var counts = new TreeMap<LocalDate, Long>();
        var weight = Matches.weight(searcher, visible);
        for (var segment : searcher.getIndexReader().leaves()) {
            var sent = DocValues.getSortedNumeric(segment.reader(), IndexFields.SENT);
            var documents = new BitSetIterator(Matches.in(segment, weight), 0);
            long from = 0;
            long to = 0;
            long sameDay = 0;
            LocalDate day = LocalDate.EPOCH;
            for (int i = documents.nextDoc(); i != DocIdSetIterator.NO_MORE_DOCS; i = documents.nextDoc()) {
                if (!sent.advanceExact(i)) throw new IllegalStateException("a message without a date: " + i);
                long second = sent.nextValue();
                if (second < from || second >= to) {
                    if (sameDay > 0) counts.merge(day, sameDay, Long::sum);
                    sameDay = 0;
                    day = LocalDate.ofInstant(Instant.ofEpochSecond(second), zone);
                    from = day.atStartOfDay(zone).toEpochSecond();
                    to = day.plusDays(1).atStartOfDay(zone).toEpochSecond();
                }
                sameDay++;
            }
            if (sameDay > 0) counts.merge(day, sameDay, Long::sum);
        }
        return counts;
    }

    private static Unit unit(SortedMap<LocalDate, Long> days) {
        if (days.isEmpty()) return Unit.YEAR;
        if (ChronoUnit.DAYS.between(days.firstKey(), days.lastKey()) < DAYS_MAX) return Unit.DAY;
        return ChronoUnit.YEARS.between(days.firstKey(), days.lastKey()) < YEARS_OF_MONTHS_MAX ? Unit.MONTH : Unit.YEAR;
    }

    private static List<Bar> bars(SortedMap<LocalDate, Long> days, Unit unit) {
        var counts = new TreeMap<LocalDate, Long>();
        days.forEach((day, messages) -> counts.merge(first(day, unit), messages, Long::sum));
        return counts.entrySet().stream()
                .map(entry -> new Bar(entry.getKey(), last(entry.getKey(), unit), entry.getValue()))
                .toList();
    }

    private static LocalDate first(LocalDate day, Unit unit) {
        return switch (unit) {
            case DAY -> day;
            case MONTH -> day.withDayOfMonth(1);
            case YEAR -> day.withDayOfYear(1);
        };
    }

    private static LocalDate last(LocalDate first, Unit unit) {
        return switch (unit) {
            case DAY -> first;
            case MONTH -> first.with(TemporalAdjusters.lastDayOfMonth());
            case YEAR -> first.with(TemporalAdjusters.lastDayOfYear());
        };
    }

    private List<SourceCount> sources(Query visible) throws IOException {
        var names = new ArrayList<String>();
        var terms = MultiTerms.getTerms(searcher.getIndexReader(), SOURCE);
        if (terms == null) return List.of();
        var each = terms.iterator();
        for (BytesRef name = each.next(); name != null && names.size() < SOURCES_LOOKED_AT_MAX; name = each.next())
            names.add(name.utf8ToString());
        var counts = new ArrayList<SourceCount>();
        for (var name : names) {
            long messages = count(visible, new Term(SOURCE, name));
            if (messages > 0) counts.add(new SourceCount(name, messages));
        }
        counts.sort(Comparator.comparingLong(SourceCount::messages).reversed().thenComparing(SourceCount::source));
        return counts.subList(0, Math.min(counts.size(), SOURCES_MAX));
    }

    private long count(Query visible, Term term) throws IOException {
        return searcher.count(new BooleanQuery.Builder()
                .add(visible, Occur.FILTER)
                .add(new TermQuery(term), Occur.FILTER)
                .build());
    }
}
