package org.muniment.search;

import java.io.IOException;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.search.ConstantScoreScorerSupplier;
import org.apache.lucene.search.ConstantScoreWeight;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.ScorerSupplier;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.BitSetIterator;
import org.jspecify.annotations.Nullable;

/// This is a question that is asked with every search, and is answered once for each segment of the index: a bit for
/// each message, kept as long as the segment is.
final class RememberedQuery extends Query {
    private static final SegmentMemory MEMORY = new SegmentMemory();

    private final Query asked;
    private final int hash;

    RememberedQuery(Query asked) {
        this.asked = asked;
        this.hash = 31 * classHash() + asked.hashCode();
    }

    @Override
    public Weight createWeight(IndexSearcher searcher, ScoreMode scoreMode, float boost) {
        return new ConstantScoreWeight(this, boost) {
            @Override
            public @Nullable ScorerSupplier scorerSupplier(LeafReaderContext segment) throws IOException {
                var remembered = MEMORY.matches(segment, asked, searcher);
                if (remembered.count() == 0) return null;
                return ConstantScoreScorerSupplier.fromIterator(
                        new BitSetIterator(remembered.bits(), remembered.count()),
                        score(),
                        scoreMode,
                        segment.reader().maxDoc());
            }

            @Override
            public boolean isCacheable(LeafReaderContext segment) {
                return true;
            }
        };
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
    }

    @Override
    public String toString(String field) {
        return "remembered(" + asked.toString(field) + ")";
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof RememberedQuery query && query.asked.equals(asked));
    }

    @Override
    public int hashCode() {
        return hash;
    }
}
