package org.muniment.merklelog;

import java.io.IOException;
import java.util.Optional;

/// This is a log as somebody reads it who believes its signed checkpoint alone: one that is open, or a copy.
public interface SignedTree {
    NoteVerifier verifier();

    /// Returns the last signed checkpoint; a log in which nothing was ever signed has none.
    Optional<Checkpoint> checkpoint();

    /// Returns the root of the tree of a size up to that of [#checkpoint], recomputed from the tiles.
    Hash root(long treeSize) throws IOException;
}
