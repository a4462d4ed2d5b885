package org.muniment.archive;

import java.io.IOException;
import java.util.ArrayList;
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
    public List<String> outstanding(int before) throws IOException {
        // A token that did not answer may still have what the keystore no longer names.
        keys.finish();
        List<String> outstanding = new ArrayList<>(keys.escrows().outstanding(before));
        outstanding.addAll(keys.inTokenBefore(before));
        return outstanding;
    }

    @Override
    public List<String> attested(int before) throws IOException {
        return keys.escrows().attested(before);
    }
}
