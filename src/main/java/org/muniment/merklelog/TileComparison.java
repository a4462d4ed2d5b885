package org.muniment.merklelog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// Compares the tiles and bundles of a log's folder with what they must hold; each difference is a finding.
record TileComparison(DurableFiles files, Consumer<String> findings) {
    void compareHashes(TileName name, List<Hash> expected) throws IOException {
        byte[] kept = read(name);
        byte[] bytes = TreeEdge.bytes(expected);
        if (kept.length > 0 && !Arrays.equals(kept, bytes))
            findings.accept(name.path() + " does not hold the hashes of the entries kept, from hash "
                    + Arrays.mismatch(kept, bytes) / Hash.SIZE_BYTES + " on");
    }

    void compareEntries(TileName name, List<byte[]> expected) throws IOException {
        byte[] kept = read(name);
        if (kept.length > 0 && !Arrays.equals(kept, EntryBundle.encode(expected)))
            findings.accept(name.path() + " does not hold the entries kept");
    }

    // Returns nothing if the file is missing, which is then a finding, unless the log outgrew it meanwhile.
    private byte[] read(TileName name) throws IOException {
        try {
            byte[] bytes = files.read(name.path());
            if (bytes.length == 0) findings.accept(name.path() + " is empty");
            return bytes;
        } catch (NoSuchFileException missing) {
            if (name.width() == TileName.WIDTH || !outgrown(name)) findings.accept(name.path() + " is missing");
            return new byte[0];
        }
    }

    private boolean outgrown(TileName name) {
        return Files.exists(files.path(name.full().path()));
    }
}
