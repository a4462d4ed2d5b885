package org.muniment.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.muniment.alarm.Alarms;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.Progress;

/// This is the search in an archive: an index that follows the log, and exact answers from it. The index is derived: it
/// may be
/// deleted at any time and is built again from the archive.
@SuppressWarnings("DoNotCallSuggester")
public final class ArchiveSearch implements AutoCloseable {
    private ArchiveSearch() {}

    /// Opens the index in a folder; makes it if there is none, and makes it anew, with an alarm, if it is damaged, of
    /// another version
    /// or of another archive. Answers at once, from what is indexed; follows the archive only after [#start].
    public static ArchiveSearch open(
            Path indexFolder, Archive archive, Alarms alarms, InstantSource clock, SearchSettings settings)
            throws IOException {
        throw new IllegalStateException("not yet");
    }

    /// Begins to follow the archive, in the background, until [#close].
    public void start() {
        throw new IllegalStateException("not yet");
    }

    /// Returns the size of the log up to which everything can be found.
    public long indexedThrough() {
        throw new IllegalStateException("not yet");
    }

    /// Waits until the first `size` entries of the log can be found; false if that took longer than `atMost`.
    public boolean awaitIndexed(long size, Duration atMost) throws InterruptedException {
        throw new IllegalStateException("not yet");
    }

    /// Answers a query: exact counts, and the newest `limit` messages.
    public SearchHits search(SearchQuery query, int limit) throws IOException {
        throw new IllegalStateException("not yet");
    }

    /// Hands over every message that matches, oldest first, whatever their number.
    public void every(SearchQuery query, Consumer<FoundMessage> each) throws IOException {
        throw new IllegalStateException("not yet");
    }

    /// Returns the message that a capture is of; nothing if the number is no capture or is not indexed yet.
    public Optional<FoundMessage> messageOf(AccessionNumber capture) throws IOException {
        throw new IllegalStateException("not yet");
    }

    /// Returns messages of which something could not be read, newest first, at most `limit`.
    public List<UnreadMessage> exceptions(int limit) throws IOException {
        throw new IllegalStateException("not yet");
    }

    /// Empties the index and builds it again from the archive. Returns when it has reached the size the log had at the
    /// call.
    /// Searches go on meanwhile and say how far the index is.
    public void rebuild(Progress progress) throws IOException, InterruptedException {
        throw new IllegalStateException("not yet");
    }

    @Override
    public void close() throws IOException {
        throw new IllegalStateException("not yet");
    }
}
