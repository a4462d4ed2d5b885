package org.muniment.archive;

import java.io.IOException;
import java.util.List;

/// The root keys of this archive, as a destruction sees them.
record ArchiveRoots(RootKeys keys) implements Roots {
    @Override
    public List<Integer> versions() {
        return keys.versions().stream().map(RootKeys.Version::number).toList();
    }

    @Override
    public int rotate() throws IOException {
        return keys.rotate();
    }

    @Override
    public void destroy(int version) throws IOException {
        keys.destroy(version);
    }

    @Override
    public List<String> outstanding(int before) {
        return List.of();
    }

    @Override
    public List<String> attested(int before) {
        return List.of();
    }
}
