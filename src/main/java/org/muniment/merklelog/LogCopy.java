package org.muniment.merklelog;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// This is a log's folder that nobody writes to, read with its public key alone.
public final class LogCopy implements SignedTree {
    private final TileFiles tiles;
    private final NoteVerifier key;
    private final Optional<Checkpoint> checkpoint;
    private final HashTree tree = new HashTree(this::hashes);

    private LogCopy(TileFiles tiles, NoteVerifier key, Optional<Checkpoint> checkpoint) {
        this.tiles = tiles;
        this.key = key;
        this.checkpoint = checkpoint;
    }

    /// Opens the folder that holds `checkpoint`. Throws [LogIsDamaged] if that is not signed by this key.
    public static LogCopy open(Path folder, NoteVerifier key) throws IOException {
        DurableFiles files = new DurableFiles(folder);
        return new LogCopy(new TileFiles(files), key, checkpoint(files, key));
    }

    private static Optional<Checkpoint> checkpoint(DurableFiles files, NoteVerifier key) throws IOException {
        try {
            return Optional.of(LogVerifier.checkpoint(files.read(MerkleLog.CHECKPOINT), key));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (NoteIsMalformed | ProofIsInvalid wrong) {
            throw new LogIsDamaged("the checkpoint file is not a checkpoint of this log: " + wrong.getMessage());
        }
    }

    @Override
    public NoteVerifier verifier() {
        return key;
    }

    @Override
    public Optional<Checkpoint> checkpoint() {
        return checkpoint;
    }

    @Override
    public Hash root(long treeSize) throws IOException {
        Objects.checkIndex(treeSize, size() + 1);
        return tree.root(treeSize);
    }

    private long size() {
        return checkpoint.map(Checkpoint::size).orElse(0L);
    }

    private List<Hash> hashes(int level, long from, int count) throws IOException {
        long tile = from / TileName.WIDTH;
        long there = (size() >> (8 * level)) - tile * TileName.WIDTH;
        int start = (int) (from % TileName.WIDTH);
        return tiles.hashes(TileName.hashes(level, tile, (int) Math.min(TileName.WIDTH, there)))
                .subList(start, start + count);
    }
}
