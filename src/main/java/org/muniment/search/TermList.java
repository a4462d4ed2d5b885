package org.muniment.search;

import java.util.Arrays;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;

/// This is a list of terms at their positions, ready to be indexed; it is filled, indexed and emptied again.
final class TermList extends TokenStream {
    /// The distance between the end of one text and the next in the same field: no phrase reaches across.
    static final int GAP = 100;

    private static final BytesRef NOTHING = new BytesRef();

    private final BytesTermAttribute termAttribute = addAttribute(BytesTermAttribute.class);
    private final PositionIncrementAttribute incrementAttribute = addAttribute(PositionIncrementAttribute.class);
    private BytesRef[] terms = new BytesRef[256];
    private byte[] increments = new byte[256];
    private int size;
    private int next;
    private boolean isAfterGap;

    void empty() {
        if (size > 1 << 16) {
            terms = new BytesRef[256];
            increments = new byte[256];
        }
        size = 0;
        isAfterGap = false;
    }

    boolean isEmpty() {
        return size == 0;
    }

    /// Adds a term one position on.
    void add(BytesRef term) {
        append(term, isAfterGap ? 1 + GAP : 1);
        isAfterGap = false;
    }

    /// Adds a term at the position of the one before it.
    void addBeside(BytesRef term) {
        append(term, size == 0 ? 1 : 0);
    }

    /// Makes what follows a text of its own.
    void endText() {
        isAfterGap = size > 0;
    }

    private void append(BytesRef term, int increment) {
        if (size == terms.length) {
            terms = Arrays.copyOf(terms, size * 2);
            increments = Arrays.copyOf(increments, size * 2);
        }
        terms[size] = term;
        increments[size++] = (byte) increment;
    }

    @Override
    public void reset() {
        next = 0;
        termAttribute.setBytesRef(NOTHING);
    }

    @Override
    public boolean incrementToken() {
        if (next == size) return false;
        termAttribute.setBytesRef(terms[next]);
        incrementAttribute.setPositionIncrement(increments[next++]);
        return true;
    }
}
