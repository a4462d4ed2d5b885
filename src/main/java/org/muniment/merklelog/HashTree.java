package org.muniment.merklelog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Roots and proofs of any size of a tree, from the hashes its tiles keep (RFC 6962, section 2.1).
final class HashTree {
    /// Where hashes come from: every eighth level of the tree, counted in tiles.
    @FunctionalInterface
    interface TileHashes {
        /// Returns hashes of one tile: `count` of them, a power of two, the first at `from` in the whole level.
        List<Hash> read(int level, long from, int count) throws IOException;
    }

    private final TileHashes tiles;

    HashTree(TileHashes tiles) {
        this.tiles = tiles;
    }

    Hash root(long size) throws IOException {
        return size == 0 ? Hash.ofEmptyTree() : root(0, size);
    }

    InclusionProof prove(long index, long treeSize) throws IOException {
        List<Hash> path = new ArrayList<>();
        long low = 0;
        long high = treeSize;
        while (high - low > 1) {
            long middle = low + split(high - low);
            if (index < middle) {
                path.addFirst(root(middle, high));
                high = middle;
            } else {
                path.addFirst(root(low, middle));
                low = middle;
            }
        }
        return new InclusionProof(index, treeSize, path);
    }

    ConsistencyProof consistency(long from, long to) throws IOException {
        List<Hash> path = new ArrayList<>();
        if (from == 0 || from == to) return new ConsistencyProof(from, to, path);
        long low = 0;
        long high = to;
        while (high != from) {
            long middle = low + split(high - low);
            if (from <= middle) {
                path.addFirst(root(middle, high));
                high = middle;
            } else {
                path.addFirst(root(low, middle));
                low = middle;
            }
        }
        // The verifier knows the smaller root itself; any other subtree that ends at `from` must be given.
        if (low != 0) path.addFirst(root(low, high));
        return new ConsistencyProof(from, to, path);
    }

    private Hash root(long low, long high) throws IOException {
        long width = high - low;
        if (Long.bitCount(width) == 1) return node(Long.numberOfTrailingZeros(width), low);
        long middle = low + split(width);
        return Hash.ofNode(root(low, middle), root(middle, high));
    }

    private Hash node(int height, long low) throws IOException {
        int level = height / 8;
        return TreeEdge.perfectRoot(tiles.read(level, low >> (8 * level), 1 << (height % 8)));
    }

    // The largest power of two smaller than the width.
    private static long split(long width) {
        return Long.highestOneBit(width - 1);
    }
}
