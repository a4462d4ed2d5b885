package org.muniment.search;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;

/// This hands over all matches of a query, oldest first, with one bit of memory per message. Each segment is sorted
/// newest first, so they are read backwards, a chunk at a time, and merged.
final class OldestFirst {
    private static final int CHUNK = 1_024;
    private static final Comparator<Match> ORDER = Comparator.comparingLong(Match::sent)
            .thenComparingLong(match -> match.facts.first().accession());

    private record Match(long sent, MessageFacts facts) {}

    private OldestFirst() {}

    static void each(IndexSearcher searcher, Query query, Consumer<FoundMessage> each) throws IOException {
        var weight = Matches.weight(searcher, query);
        var segments = new PriorityQueue<Segment>(Comparator.comparing(Segment::oldest, ORDER));
        for (var leaf : searcher.getIndexReader().leaves()) {
            var segment = new Segment(leaf, Matches.in(leaf, weight));
            if (segment.hasMore()) segments.add(segment);
        }
        for (var segment = segments.poll(); segment != null; segment = segments.poll()) {
            each.accept(segment.takeOldest().facts.found());
            if (segment.hasMore()) segments.add(segment);
        }
    }

    /// The matches of one segment, from its end.
    private static final class Segment {
        private final LeafReaderContext segment;
        private final FixedBitSet matches;
        private final Deque<Match> chunk = new ArrayDeque<>();
        private int before;

        Segment(LeafReaderContext segment, FixedBitSet matches) {
            this.segment = segment;
            this.matches = matches;
            this.before = matches.length();
        }

        boolean hasMore() throws IOException {
            if (chunk.isEmpty()) load();
            return !chunk.isEmpty();
        }

        Match oldest() {
            return Optional.ofNullable(chunk.peekLast()).orElseThrow();
        }

        Match takeOldest() {
            return chunk.removeLast();
        }

        private void load() throws IOException {
            int first = before;
            for (int count = 0; count < CHUNK && first > 0; count++) {
                int earlier = matches.prevSetBit(first - 1);
                if (earlier < 0) break;
                first = earlier;
            }
            var facts = FactsReader.of(segment.reader());
            var sent = DocValues.getSortedNumeric(segment.reader(), IndexFields.SENT);
            for (int i = first; i < before; i++) {
                if (!matches.get(i) || !sent.advanceExact(i)) continue;
                chunk.addLast(new Match(sent.nextValue(), facts.facts(i)));
            }
            before = first;
        }
    }
}
