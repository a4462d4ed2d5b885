package org.muniment.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.FixedBitSet;

/// These are the messages of one segment that match a query, as bits.
final class Matches {
    private Matches() {}

    static Weight weight(IndexSearcher searcher, Query query) throws IOException {
        return searcher.createWeight(searcher.rewrite(query), ScoreMode.COMPLETE_NO_SCORES, 1);
    }

    static FixedBitSet in(LeafReaderContext segment, Weight weight) throws IOException {
        var matches = new FixedBitSet(segment.reader().maxDoc());
        var scorer = weight.scorer(segment);
        if (scorer == null) return matches;
        var live = segment.reader().getLiveDocs();
        var documents = scorer.iterator();
        for (int i = documents.nextDoc(); i != DocIdSetIterator.NO_MORE_DOCS; i = documents.nextDoc())
            if (live == null || live.get(i)) matches.set(i);
        return matches;
    }
}
