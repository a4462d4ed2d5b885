package org.muniment.search;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.util.BytesRef;

/// This is a Bloom filter over the identities in the index: for nearly every message of an import it says "certainly
/// new" without a look into the index. Four probes; at most 64 MB, beyond which it only saves less. Identities are
/// hashes, so their own bits are the probes.
final class IdentityFilter {
    private static final int BITS_PER_IDENTITY = 16;
    private static final long BITS_MIN = 1L << 23;
    private static final long BITS_MAX = 1L << 29;
    private static final int PROBES = 4;

    private final long[] words;
    private final long identitiesMax;
    private long identities;

    private IdentityFilter(long expected) {
        long bits = BITS_MIN;
        while (bits < BITS_MAX && bits < expected * BITS_PER_IDENTITY) bits *= 2;
        words = new long[(int) (bits / Long.SIZE)];
        identitiesMax = bits == BITS_MAX ? Long.MAX_VALUE : bits / BITS_PER_IDENTITY * 2;
    }

    /// The filter for what a reader sees, with room to double.
    static IdentityFilter of(IndexReader reader) throws IOException {
        var filter = new IdentityFilter(reader.maxDoc() * 2L);
        for (LeafReaderContext leaf : reader.leaves()) {
            var terms = leaf.reader().terms(IndexFields.IDENTITY);
            if (terms == null) continue;
            var each = terms.iterator();
            for (var identity = each.next(); identity != null; identity = each.next()) filter.add(identity);
        }
        return filter;
    }

    void add(BytesRef identity) {
        identities++;
        long first = bits(identity, 0);
        long step = bits(identity, 8);
        for (int probe = 0; probe < PROBES; probe++) {
            long bit = bit(first + probe * step);
            words[(int) (bit >>> 6)] |= 1L << bit;
        }
    }

    boolean mayContain(BytesRef identity) {
        long first = bits(identity, 0);
        long step = bits(identity, 8);
        for (int probe = 0; probe < PROBES; probe++) {
            long bit = bit(first + probe * step);
            if ((words[(int) (bit >>> 6)] & (1L << bit)) == 0) return false;
        }
        return true;
    }

    /// Whether it is so full that a larger one should be made.
    boolean isFull() {
        return identities > identitiesMax;
    }

    private long bit(long hash) {
        return hash & ((long) words.length * Long.SIZE - 1);
    }

    private static long bits(BytesRef identity, int from) {
        long bits = 0;
        for (int i = 0; i < Long.BYTES; i++) bits = (bits << 8) | (identity.bytes[identity.offset + from + i] & 0xFF);
        return bits;
    }
}
