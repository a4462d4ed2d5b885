package org.muniment.merklelog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Two copies of one tile or bundle of a log that differ. What the log has signed never changes, and each hash of it is
/// kept a second time: a bundle's entries have the hashes of their tile, a tile's hashes are those of what is below it.
/// The copy that agrees with what the leading log has besides is right.
public final class DifferingTiles {
    private final DurableFiles log;
    private final TileName name;

    private DifferingTiles(DurableFiles log, TileName name) {
        this.log = log;
        this.name = name;
    }

    /// Whether a file is a tile or a bundle, by its name.
    public static boolean isTile(Path file) {
        return split(file).isPresent();
    }

    /// Returns how many bytes of a file must be taken from the other copy: none if the leading one is right or the log
    /// has not signed it yet, all if only the other one is right. Empty if neither is.
    public static OptionalLong rightInOther(Path leading, Path other) {
        Optional<DifferingTiles> found = split(leading);
        if (found.isEmpty() || !found.get().isSigned()) return OptionalLong.of(0);
        DifferingTiles tile = found.get();
        if (tile.agrees(leading)) return OptionalLong.of(0);
        try {
            return tile.agrees(other) ? OptionalLong.of(Files.size(other)) : OptionalLong.empty();
        } catch (IOException unreadable) {
            return OptionalLong.empty();
        }
    }

    /// The log's folder is the one that holds `tile`.
    private static Optional<DifferingTiles> split(Path file) {
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            Path log = folder.getParent();
            if (log == null || !folder.endsWith("tile")) continue;
            return TileName.parse(log.relativize(file).toString()).map(name -> new DifferingTiles(files(log), name));
        }
        return Optional.empty();
    }

    private static DurableFiles files(Path log) {
        return new DurableFiles(log);
    }

    private boolean isSigned() {
        try {
            return name.isIn(Checkpoint.parse(log.read(MerkleLog.CHECKPOINT)).size());
        } catch (IOException | NoteIsMalformed | RuntimeException unreadable) {
            return false;
        }
    }

    private boolean agrees(Path copy) {
        try {
            byte[] bytes = Files.readAllBytes(copy);
            if (!name.isOfEntries()) return beside().equals(hashes(bytes));
            return leaves(EntryBundle.decode(bytes, name)).equals(beside());
        } catch (IOException | RuntimeException damaged) {
            return false;
        }
    }

    /// The hashes that the leading log keeps elsewhere.
    private List<Hash> beside() throws IOException {
        var tiles = new TileFiles(log);
        if (name.isOfEntries()) return tiles.hashes(TileName.hashes(0, name.number(), name.width()));
        if (name.level() == 0) return leaves(tiles.entries(TileName.entries(name.number(), name.width())));
        List<Hash> hashes = new ArrayList<>();
        for (int i = 0; i < name.width(); i++) {
            long below = name.number() * TileName.WIDTH + i;
            hashes.add(TreeEdge.perfectRoot(tiles.hashes(TileName.hashes(name.level() - 1, below, TileName.WIDTH))));
        }
        return hashes;
    }

    private List<Hash> hashes(byte[] bytes) throws LogIsDamaged {
        if (bytes.length != name.width() * Hash.SIZE_BYTES)
            throw new LogIsDamaged(name.path() + " has " + bytes.length + " bytes");
        List<Hash> hashes = new ArrayList<>();
        for (int i = 0; i < name.width(); i++) hashes.add(Hash.at(bytes, i * Hash.SIZE_BYTES));
        return hashes;
    }

    private static List<Hash> leaves(List<byte[]> entries) {
        return entries.stream().map(Hash::ofLeaf).toList();
    }
}
