package org.muniment.operator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/// Where a command is carried out: the terminal it speaks to, the opened data folder if this process is the server,
/// and who called.
record Desk(Terminal terminal, Optional<DataFolder> held, DataFolder.Settings settings, Caller caller) {
    /// What a command does on an opened folder.
    interface Work {
        Answer on(DataFolder folder) throws IOException, InterruptedException;
    }

    /// Does the work on the folder this process already holds, or else opens it for just as long.
    Answer withFolder(Path data, Work work) throws IOException, InterruptedException {
        if (held.isPresent()) return work.on(held.get());
        try (DataFolder opened = DataFolder.open(terminal.resolve(data), settings)) {
            return work.on(opened);
        }
    }
}
