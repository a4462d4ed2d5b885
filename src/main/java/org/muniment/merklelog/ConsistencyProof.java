package org.muniment.merklelog;

import java.util.List;

/// This is what shows that a tree of size `from` is the beginning of a tree of size `to` (RFC 6962, section
/// 2.1.2).
public record ConsistencyProof(long from, long to, List<Hash> path) {
    public ConsistencyProof {
        if (from < 0 || from > to)
            throw new IllegalArgumentException("a tree of size " + from + " cannot begin one of size " + to);
        path = List.copyOf(path);
    }
}
