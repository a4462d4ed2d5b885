package org.muniment.merklelog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file of checkpoints as it lies there, whosever log it is of.
public final class HistoryFile {
    public static final String NAME = CheckpointHistory.NAME;

    private HistoryFile() {}

    /// Returns how many of its bytes hold together, going by its beginning and its last record.
    public static long soundBytes(Path file) throws IOException {
        try (var history = CheckpointHistory.read(file, "any")) {
            long count = history.count();
            if (count > 0 && history.checkpoint(count - 1).isEmpty()) return CheckpointHistory.offset(count - 1);
            return Math.min(CheckpointHistory.offset(count), Files.size(file));
        } catch (LogIsDamaged notToBeBelieved) {
            return 0;
        }
    }
}
