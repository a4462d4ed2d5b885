package org.muniment.mirror;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/// Knows the files of a store: which a stop may have left different in two copies, and how much of one is sound.
public interface Judge {
    /// All bytes of the other copy, and nothing behind them.
    long ALL = Long.MAX_VALUE;

    /// Returns the files below a store's folder, as they are in this copy, of which the last process may have forced a
    /// change on one disk alone.
    List<Path> inDoubt(Path store) throws IOException;

    /// Returns how many bytes from a file's beginning hold together; 0 if it is not to be believed.
    long soundBytes(Path file) throws IOException;

    /// Whether the store in a folder needs a file that it does not have; `file` is where it would be.
    boolean isNeeded(Path store, Path file) throws IOException;

    /// Returns of two copies of a file that differ how many bytes from the beginning must be taken from the other, with
    /// the leading one's behind them, or [#ALL]: none if the leading one is right as it is. Empty if that cannot be
    /// told; then neither may replace the other.
    OptionalLong rightInOther(Path leading, Path other);
}
