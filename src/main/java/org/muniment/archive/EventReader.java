package org.muniment.archive;

import java.io.IOException;
import java.util.Optional;

/// This reads the lifecycle entries of the log in order, and of everything else the headers alone. One thread at a
/// time.
public final class EventReader implements AutoCloseable {
    private final OpenedStore store;
    private final RecordWalk walk;

    EventReader(OpenedStore store, RecordWalk walk) {
        this.store = store;
        this.walk = walk;
    }

    /// Returns the next lifecycle entry; empty at the end. If it throws [StoreIsDamaged], the next call goes on behind
    /// the damaged entry.
    public Optional<LogEntry.Lifecycle> next() throws IOException {
        for (var record = walk.next(); record.isPresent(); record = walk.next()) {
            RecordHeader header = record.get().header();
            if (!(header.entry() instanceof EntryFields.LifecycleFields)) continue;
            StoredRecord whole = store.record(new AccessionNumber(header.accession()));
            if (EntryReader.entry(whole, store.opener(), store.segments()) instanceof LogEntry.Lifecycle event)
                return Optional.of(event);
        }
        return Optional.empty();
    }

    @Override
    public void close() throws IOException {
        walk.close();
    }
}
