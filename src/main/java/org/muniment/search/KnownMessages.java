package org.muniment.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/// This is what tells whether a capture is of a message that is indexed already. What was indexed since the searcher
/// was opened is remembered here; the rest is in the searcher; a filter spares nearly all looks into it. One thread
/// uses it.
final class KnownMessages {
    private final Map<BytesRef, MessageFacts> recent = new HashMap<>();
    private IdentityFilter filter;

    KnownMessages(IndexSearcher searcher) throws IOException {
        filter = IdentityFilter.of(searcher.getIndexReader());
    }

    /// Returns the facts of the message as indexed so far; nothing if it is new.
    Optional<MessageFacts> facts(BytesRef identity, IndexSearcher searcher) throws IOException {
        var known = recent.get(identity);
        if (known != null) return Optional.of(known);
        if (!filter.mayContain(identity)) return Optional.empty();
        for (var leaf : searcher.getIndexReader().leaves()) {
            var found = facts(identity, leaf.reader());
            if (found.isPresent()) return found;
        }
        return Optional.empty();
    }

    void indexed(BytesRef identity, MessageFacts facts) {
        if (recent.put(identity, facts) == null) filter.add(identity);
    }

    /// To be called when a searcher is there that sees everything indexed so far.
    void refreshed(IndexSearcher searcher) throws IOException {
        recent.clear();
        if (filter.isFull()) filter = IdentityFilter.of(searcher.getIndexReader());
    }

    private static Optional<MessageFacts> facts(BytesRef identity, LeafReader segment) throws IOException {
        var terms = segment.terms(IndexFields.IDENTITY);
        if (terms == null) return Optional.empty();
        var each = terms.iterator();
        if (!each.seekExact(identity)) return Optional.empty();
        var documents = each.postings(null, PostingsEnum.NONE);
        var live = segment.getLiveDocs();
        while (documents.nextDoc() != DocIdSetIterator.NO_MORE_DOCS)
            if (live == null || live.get(documents.docID()))
                return Optional.of(FactsReader.of(segment).facts(documents.docID()));
        return Optional.empty();
    }
}
