package org.muniment.merklelog;

import java.util.List;
import java.util.stream.Collectors;

/// This is what shows that a tree of size `from` is the beginning of a tree of size `to` (RFC 6962, section
/// 2.1.2).
public record ConsistencyProof(long from, long to, List<Hash> path) {
    public ConsistencyProof {
        if (from < 0 || from > to)
            throw new IllegalArgumentException("a tree of size " + from + " cannot begin one of size " + to);
        path = List.copyOf(path);
    }

    /// Returns the proof as it is written to a file, of which this is the only spelling.
    @Override
    public String toString() {
        return path.stream()
                .map(hash -> hash.base64() + "\n")
                .collect(Collectors.joining("", "muniment/consistency/v1\nfrom %d\nto %d\n".formatted(from, to), ""));
    }
}
