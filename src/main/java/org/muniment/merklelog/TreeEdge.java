package org.muniment.merklelog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The right edge of the tree in memory: for each level of tiles the hashes from the last tile that is not
/// yet full *and* published. Everything left of it is in full tiles on disk, which never change.
final class TreeEdge {
    private final List<Level> levels = new ArrayList<>();
    private final List<byte[]> entries = new ArrayList<>();
    private long size;

    private static final class Level {
        private final List<Hash> hashes = new ArrayList<>();
        private long first;

        private long count() {
            return first + hashes.size();
        }

        private void dropBelow(long index) {
            if (index <= first) return;
            hashes.subList(0, Math.toIntExact(index - first)).clear();
            first = index;
        }
    }

    /// The hashes of a tile at the edge of a tree of a given size.
    record EdgeTile(int level, long number, List<Hash> hashes) {}

    static TreeEdge of(long size, List<EdgeTile> tiles, List<byte[]> entries) {
        TreeEdge edge = new TreeEdge();
        edge.size = size;
        edge.entries.addAll(entries);
        for (EdgeTile tile : tiles) {
            edge.level(tile.level()).first = tile.number() * TileName.WIDTH;
            edge.level(tile.level()).hashes.addAll(tile.hashes());
        }
        return edge;
    }

    long size() {
        return size;
    }

    void append(byte[] entry) {
        entries.add(entry);
        append(0, Hash.ofLeaf(entry));
        size++;
    }

    private void append(int at, Hash hash) {
        Level level = level(at);
        level.hashes.add(hash);
        if (level.count() % TileName.WIDTH != 0) return;
        int end = level.hashes.size();
        append(at + 1, perfectRoot(level.hashes.subList(end - TileName.WIDTH, end)));
    }

    private Level level(int at) {
        while (levels.size() <= at) levels.add(new Level());
        return levels.get(at);
    }

    /// Returns whether the hash is at the edge, that is, whether [#hashes] has it.
    boolean holds(int level, long index) {
        return level < levels.size() && index >= levels.get(level).first;
    }

    List<Hash> hashes(int level, long from, int count) {
        Level at = levels.get(level);
        int start = Math.toIntExact(from - at.first);
        return List.copyOf(at.hashes.subList(start, start + count));
    }

    boolean holdsEntry(long index) {
        return index >= size - entries.size();
    }

    byte[] entry(long index) {
        return entries.get(Math.toIntExact(index - (size - entries.size())));
    }

    /// Returns every tile and bundle that a tree of the present size has and one of the published size has not.
    Map<TileName, byte[]> filesSince(long published) {
        Map<TileName, byte[]> files = new LinkedHashMap<>();
        for (int at = 0; at < levels.size(); at++) {
            long count = levels.get(at).count();
            long before = published >> (8 * at);
            if (count == before) continue;
            for (long tile = before / TileName.WIDTH; tile * TileName.WIDTH < count; tile++) {
                long first = tile * TileName.WIDTH;
                int width = (int) Math.min(TileName.WIDTH, count - first);
                files.put(TileName.hashes(at, tile, width), bytes(hashes(at, first, width)));
                if (at == 0) files.put(TileName.entries(tile, width), bundle(tile, width));
            }
        }
        return files;
    }

    private byte[] bundle(long tile, int width) {
        int start = Math.toIntExact(tile * TileName.WIDTH - (size - entries.size()));
        return EntryBundle.encode(entries.subList(start, start + width));
    }

    /// Forgets what is in full tiles of a published tree.
    void dropFullTiles(long published) {
        for (int at = 0; at < levels.size(); at++) {
            long count = published >> (8 * at);
            levels.get(at).dropBelow(count / TileName.WIDTH * TileName.WIDTH);
        }
        long firstKept = published / TileName.WIDTH * TileName.WIDTH;
        long firstEntry = size - entries.size();
        if (firstKept > firstEntry)
            entries.subList(0, Math.toIntExact(firstKept - firstEntry)).clear();
    }

    static Hash perfectRoot(List<Hash> hashes) {
        List<Hash> row = hashes;
        while (row.size() > 1) {
            List<Hash> above = new ArrayList<>(row.size() / 2);
            for (int i = 0; i < row.size(); i += 2) above.add(Hash.ofNode(row.get(i), row.get(i + 1)));
            row = above;
        }
        return row.getFirst();
    }

    static byte[] bytes(List<Hash> hashes) {
        byte[] bytes = new byte[hashes.size() * Hash.SIZE_BYTES];
        for (int i = 0; i < hashes.size(); i++)
            System.arraycopy(hashes.get(i).bytes(), 0, bytes, i * Hash.SIZE_BYTES, Hash.SIZE_BYTES);
        return bytes;
    }
}
