package org.muniment.mirror;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Knows the files of a store: which a stop may have left different in two copies, and how much of one is sound.
public interface Judge {
    /// Returns the files below a store's folder, as they are in this copy, of which the last process may have forced a
    /// change on one disk alone.
    List<Path> inDoubt(Path store) throws IOException;

    /// Returns how many bytes from a file's beginning hold together; 0 if it is not to be believed.
    long soundBytes(Path file) throws IOException;
}
