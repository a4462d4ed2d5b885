package org.muniment.search;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.util.FixedBitSet;

/// This is what was answered to a few questions by segments of the index. A segment never changes but for messages
/// deleted from it, and those are kept in the bits: who asks leaves them out.
final class SegmentMemory {
    private static final int QUESTIONS_MAX = 64;

    private final Map<CacheKey, Map<Query, Remembered>> segments = new ConcurrentHashMap<>();

    record Remembered(FixedBitSet bits, int count) {}

    Remembered matches(LeafReaderContext segment, Query asked, IndexSearcher searcher) throws IOException {
        var helper = Objects.requireNonNull(segment.reader().getCoreCacheHelper(), "a segment on disk has a key");
        var answers = segments.get(helper.getKey());
        if (answers == null) {
            var created = new LeastRecentlyAsked();
            answers = segments.putIfAbsent(helper.getKey(), created);
            if (answers == null) {
                helper.addClosedListener(segments::remove);
                answers = created;
            }
        }
        synchronized (answers) {
            var known = answers.get(asked);
            if (known == null) {
                known = answer(segment, asked, searcher);
                answers.put(asked, known);
            }
            return known;
        }
    }

    private static Remembered answer(LeafReaderContext segment, Query asked, IndexSearcher searcher)
            throws IOException {
        var bits = new FixedBitSet(segment.reader().maxDoc());
        var scorer = Matches.weight(searcher, asked).scorer(segment);
        if (scorer == null) return new Remembered(bits, 0);
        int count = 0;
        var documents = scorer.iterator();
        for (int i = documents.nextDoc(); i != DocIdSetIterator.NO_MORE_DOCS; i = documents.nextDoc()) {
            bits.set(i);
            count++;
        }
        return new Remembered(bits, count);
    }

    private static final class LeastRecentlyAsked extends LinkedHashMap<Query, Remembered> {
        LeastRecentlyAsked() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Query, Remembered> eldest) {
            return size() > QUESTIONS_MAX;
        }
    }
}
