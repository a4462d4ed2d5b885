package org.muniment.merklelog;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a folder holds when its log is opened: the last signed checkpoint and the right edge of its tree,
/// compared with one another. Reads one tile a level, whatever the size of the log.
record OpenedLog(Optional<Checkpoint> signed, Optional<Checkpoint> published, TreeEdge edge) {
    static OpenedLog read(DurableFiles files, CheckpointHistory history, LogKey key) throws IOException {
        Optional<Checkpoint> published = published(files);
        Optional<Checkpoint> signed = history.last();
        if (published.isPresent()) verify(published.get(), key);
        if (signed.isPresent()) verify(signed.get(), key);
        compare(published, signed, history);
        long size = signed.map(Checkpoint::size).orElse(0L);
        TreeEdge edge = edge(new TileFiles(files), size);
        if (signed.isPresent() && !root(edge).equals(signed.get().root()))
            throw new LogIsDamaged(
                    "the tiles of " + key.origin() + " do not hash to the root that was signed for its size " + size
                            + ". Nothing was changed; run a full verification on a copy of the folder.");
        return new OpenedLog(signed, published, edge);
    }

    private static Optional<Checkpoint> published(DurableFiles files) throws IOException {
        try {
            return Optional.of(Checkpoint.parse(files.read(MerkleLog.CHECKPOINT)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (NoteIsMalformed e) {
            throw new LogIsDamaged("the checkpoint file is not a checkpoint: " + e.getMessage());
        }
    }

    private static void verify(Checkpoint checkpoint, LogKey key) throws LogIsDamaged {
        try {
            LogVerifier.verify(checkpoint, key.verifier());
        } catch (ProofIsInvalid e) {
            throw new LogIsDamaged("the checkpoint of size " + checkpoint.size()
                    + " was not signed by this key for the log " + key.origin() + ": " + e.getMessage());
        }
    }

    // A crash comes between the two writes at worst: then the history is ahead of the file by one, and never
    // behind.
    private static void compare(Optional<Checkpoint> published, Optional<Checkpoint> signed, CheckpointHistory history)
            throws IOException {
        if (published.equals(signed)) return;
        Optional<Checkpoint> before = history.count() < 2 ? Optional.empty() : history.checkpoint(history.count() - 2);
        if (signed.isPresent() && published.equals(before)) return;
        throw new LogIsDamaged("the checkpoint file says size "
                + published.map(c -> Long.toString(c.size())).orElse("nothing")
                + ", the history of what was signed ends at "
                + signed.map(c -> Long.toString(c.size())).orElse("nothing")
                + ". One of them was rolled back; a log never continues from a smaller size than it signed.");
    }

    private static TreeEdge edge(TileFiles tiles, long size) throws IOException {
        List<TreeEdge.EdgeTile> edge = new ArrayList<>();
        for (int level = 0; size >> (8 * level) > 0; level++) {
            long count = size >> (8 * level);
            long number = count / TileName.WIDTH;
            int width = (int) (count % TileName.WIDTH);
            List<Hash> hashes = width == 0 ? List.of() : tiles.hashes(TileName.hashes(level, number, width));
            edge.add(new TreeEdge.EdgeTile(level, number, hashes));
        }
        return TreeEdge.of(size, edge, entries(tiles, size, edge));
    }

    private static List<byte[]> entries(TileFiles tiles, long size, List<TreeEdge.EdgeTile> edge) throws IOException {
        int width = (int) (size % TileName.WIDTH);
        if (width == 0) return List.of();
        TileName name = TileName.entries(size / TileName.WIDTH, width);
        List<byte[]> entries = tiles.entries(name);
        for (int i = 0; i < width; i++)
            if (!Hash.ofLeaf(entries.get(i)).equals(edge.getFirst().hashes().get(i)))
                throw new LogIsDamaged("an entry in " + name.path() + " does not hash to its leaf, number " + i);
        return entries;
    }

    private static Hash root(TreeEdge edge) throws IOException {
        return new HashTree(edge::hashes).root(edge.size());
    }
}
