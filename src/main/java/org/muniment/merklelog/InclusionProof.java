package org.muniment.merklelog;

import java.util.List;

/// This is the way from one leaf to the root of a tree: the siblings, lowest first (RFC 6962, section 2.1.1).
public record InclusionProof(long index, long treeSize, List<Hash> path) {
    public InclusionProof {
        if (index < 0 || index >= treeSize)
            throw new IllegalArgumentException("leaf " + index + " is not in a tree of size " + treeSize);
        path = List.copyOf(path);
    }
}
