package org.muniment.search;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;

/// This reads the facts of messages out of one segment, or of any message by its document number.
final class FactsReader {
    private final BinaryDocValues values;

    private FactsReader(BinaryDocValues values) {
        this.values = values;
    }

    /// A reader for documents of a segment in any order going up.
    static FactsReader of(LeafReader segment) throws IOException {
        return new FactsReader(DocValues.getBinary(segment, IndexFields.FACTS));
    }

    static MessageFacts facts(List<LeafReaderContext> segments, int document) throws IOException {
        var segment = segments.get(ReaderUtil.subIndex(document, segments));
        return of(segment.reader()).facts(document - segment.docBase);
    }

    MessageFacts facts(int document) throws IOException {
        if (!values.advanceExact(document)) throw new IllegalStateException("a message without facts: " + document);
        return MessageFacts.read(values.binaryValue());
    }
}
