package org.muniment.merklelog;

import java.io.IOException;
import java.util.Optional;

/// What a log of this size holds itself of one entry: its hash in a tile, its text in a bundle.
record LeavesOfLog(TileFiles tiles, long size) {
    /// Throws [LogIsDamaged] if neither the tile nor the bundle can be read.
    Hash leaf(long index) throws IOException {
        try {
            return tiles.hashes(tile(index, "0")).get((int) (index % TileName.WIDTH));
        } catch (LogIsDamaged tile) {
            return Hash.ofLeaf(text(index));
        }
    }

    /// Returns the text of the entry, if the log still has it.
    Optional<byte[]> entry(long index, Hash leaf) throws IOException {
        try {
            return Optional.of(text(index)).filter(text -> Hash.ofLeaf(text).equals(leaf));
        } catch (LogIsDamaged bundle) {
            return Optional.empty();
        }
    }

    /// Returns the text in the log's own bundle; throws [LogIsDamaged].
    byte[] text(long index) throws IOException {
        if (isFull(index)) return tiles.entry(index);
        return tiles.entries(tile(index, "entries")).get((int) (index % TileName.WIDTH));
    }

    private TileName tile(long index, String kind) {
        long number = index / TileName.WIDTH;
        return new TileName(kind, number, isFull(index) ? TileName.WIDTH : (int) (size % TileName.WIDTH));
    }

    private boolean isFull(long index) {
        return (index / TileName.WIDTH + 1) * TileName.WIDTH <= size;
    }
}
