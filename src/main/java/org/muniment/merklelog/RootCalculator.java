package org.muniment.merklelog;

import java.util.ArrayList;
import java.util.List;

/// This is the root of a tree that grows leaf by leaf, in memory for one hash a level: what a full check
/// streams through.
public final class RootCalculator {
    // The perfect subtrees the tree consists of, largest first: one for each bit of the size.
    private final List<Hash> peaks = new ArrayList<>();
    private long size;

    public void append(Hash leaf) {
        Hash hash = leaf;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) hash = Hash.ofNode(peaks.removeLast(), hash);
        peaks.add(hash);
        size++;
    }

    public long size() {
        return size;
    }

    public Hash root() {
        return foldRight(peaks);
    }

    /// Returns the root of the tree that consists of these perfect subtrees, largest first.
    static Hash foldRight(List<Hash> peaks) {
        if (peaks.isEmpty()) return Hash.ofEmptyTree();
        Hash root = peaks.getLast();
        for (int i = peaks.size() - 2; i >= 0; i--) root = Hash.ofNode(peaks.get(i), root);
        return root;
    }
}
