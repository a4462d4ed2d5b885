package org.muniment.merklelog;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads tiles and entry bundles, says which one is damaged, and deletes those outgrown.
final class TileFiles {
    private final DurableFiles files;
    // Whoever reads one entry of a full bundle mostly reads the next one too.
    private TileName lastName = TileName.entries(0, 1);
    private List<byte[]> lastEntries = List.of();

    TileFiles(DurableFiles files) {
        this.files = files;
    }

    List<Hash> hashes(TileName name) throws IOException {
        byte[] bytes = bytes(name);
        int length = name.width() * Hash.SIZE_BYTES;
        if (bytes.length != length)
            throw new LogIsDamaged(name.path() + " has " + bytes.length + " bytes instead of " + length);
        List<Hash> hashes = new ArrayList<>(name.width());
        for (int i = 0; i < name.width(); i++) hashes.add(Hash.at(bytes, i * Hash.SIZE_BYTES));
        return hashes;
    }

    /// Returns one entry of a full bundle.
    synchronized byte[] entry(long index) throws IOException {
        TileName name = TileName.entries(index / TileName.WIDTH, TileName.WIDTH);
        if (!name.equals(lastName)) {
            lastEntries = entries(name);
            lastName = name;
        }
        return lastEntries.get((int) (index % TileName.WIDTH)).clone();
    }

    List<byte[]> entries(TileName name) throws IOException {
        byte[] bytes;
        try {
            bytes = files.read(name.path());
        } catch (NoSuchFileException missing) {
            if (name.width() == TileName.WIDTH) throw gone(name);
            return prefix(name);
        }
        return EntryBundle.decode(bytes, name);
    }

    // A partial tile may be deleted once the full one is there, which begins with the same bytes.
    private List<byte[]> prefix(TileName name) throws IOException {
        try {
            TileName full = name.full();
            return EntryBundle.decode(files.read(full.path()), full).subList(0, name.width());
        } catch (NoSuchFileException missing) {
            throw gone(name);
        }
    }

    private byte[] bytes(TileName name) throws IOException {
        try {
            return files.read(name.path());
        } catch (NoSuchFileException missing) {
            if (name.width() == TileName.WIDTH) throw gone(name);
        }
        byte[] full = bytes(name.full());
        return Arrays.copyOf(full, Math.min(full.length, name.width() * Hash.SIZE_BYTES));
    }

    /// Deletes the partial tiles whose full tile was published, as the specification lets a log do: all of them
    /// together would be a hundred times the log.
    void deleteOutgrown(long before, long now) throws IOException {
        for (int level = 0; before >> (8 * level) > 0; level++) {
            long tile = (before >> (8 * level)) / TileName.WIDTH;
            if (tile == (now >> (8 * level)) / TileName.WIDTH) continue;
            files.deleteDirectory(TileName.hashes(level, tile, TileName.WIDTH).partials());
            if (level == 0)
                files.deleteDirectory(TileName.entries(tile, TileName.WIDTH).partials());
        }
    }

    private static LogIsDamaged gone(TileName name) {
        return new LogIsDamaged(name.path() + " is missing");
    }
}
