package org.muniment.archive;

import java.io.IOException;
import java.util.Optional;

/// This reads the log's entries in order, with large reads. One thread at a time.
@SuppressWarnings("DoNotCallSuggester")
public final class EntryReader implements AutoCloseable {
    EntryReader() {}

    /// Returns the next entry; empty at the end, which moves on while the archive grows: ask again later.
    public Optional<LogEntry> next() throws IOException {
        throw new IllegalStateException("not yet");
    }

    @Override
    public void close() throws IOException {
        throw new IllegalStateException("not yet");
    }
}
