package org.muniment.merklelog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// This is a log as it was published at one moment, to be copied while it grows on. A full tile
/// never changes, so each copy adds to the one before; checkpoint and history fit together,
/// whatever is signed meanwhile.
public final class PublishedLog {
    private final MerkleLog log;
    private final Checkpoint checkpoint;
    private final Path history;
    private final long signed;
    private final List<TileName> partials;

    /// Takes note of what will be outgrown and deleted: nothing may be published meanwhile.
    ///
    /// @param signed how many records of the history belong to it
    PublishedLog(MerkleLog log, Checkpoint checkpoint, DurableFiles files, long signed) throws IOException {
        this.log = log;
        this.checkpoint = checkpoint;
        this.history = files.path(CheckpointHistory.NAME);
        this.signed = signed;
        this.partials = partials(files, checkpoint.size());
    }

    /// Names the partial tiles that earlier checkpoints of the edge have.
    private static List<TileName> partials(DurableFiles files, long size) throws IOException {
        List<TileName> names = new ArrayList<>();
        for (int level = 0; size >> (8 * level) > 0; level++) {
            long number = (size >> (8 * level)) / TileName.WIDTH;
            for (int width : widths(files, TileName.hashes(level, number, TileName.WIDTH)))
                names.add(TileName.hashes(level, number, width));
            if (level > 0) continue;
            for (int width : widths(files, TileName.entries(number, TileName.WIDTH)))
                names.add(TileName.entries(number, width));
        }
        return names.stream().filter(name -> name.isIn(size)).toList();
    }

    private static List<Integer> widths(DurableFiles files, TileName full) throws IOException {
        Path folder = files.path(full.partials());
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> found = Files.list(folder)) {
            return found.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[1-9][0-9]{0,2}"))
                    .map(Integer::valueOf)
                    .filter(width -> width < TileName.WIDTH)
                    .toList();
        }
    }

    public Checkpoint checkpoint() {
        return checkpoint;
    }

    /// Writes the tiles that the folder lacks; they are on disk on return. An older copy in it stays whole.
    public void writeTiles(Path folder) throws IOException {
        var files = new DurableFiles(folder);
        files.ensureFolder();
        for (TileName name : tiles()) {
            if (Files.exists(files.path(name.path()))) continue;
            LogTile tile = log.tile(name.path()).orElseThrow(() -> new LogIsDamaged(name.path() + " is missing"));
            files.write(name.path(), tile.bytes());
        }
        files.forceDirectories();
    }

    /// Writes checkpoint and history; they are on disk on return.
    public void writeHead(Path folder) throws IOException {
        var files = new DurableFiles(folder);
        files.ensureFolder();
        CheckpointHistory.copy(history, signed, files.path(CheckpointHistory.NAME));
        files.replace(MerkleLog.CHECKPOINT, checkpoint.bytes());
    }

    /// Names the tiles that make up the tree, and the partial ones that its last tiles grew through.
    private List<TileName> tiles() {
        List<TileName> names = new ArrayList<>(partials);
        for (int level = 0; checkpoint.size() >> (8 * level) > 0; level++) {
            long count = checkpoint.size() >> (8 * level);
            for (long number = 0; number * TileName.WIDTH < count; number++) {
                int width = (int) Math.min(TileName.WIDTH, count - number * TileName.WIDTH);
                names.add(TileName.hashes(level, number, width));
                if (level == 0) names.add(TileName.entries(number, width));
            }
        }
        return names;
    }
}
