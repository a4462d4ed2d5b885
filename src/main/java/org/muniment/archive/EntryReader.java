package org.muniment.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// This reads the log's entries in order, with large reads. One thread at a time.
public final class EntryReader implements AutoCloseable {
    private final RecordWalk walk;
    private final RecordOpener opener;
    private final Segments segments;

    EntryReader(RecordWalk walk, RecordOpener opener, Segments segments) {
        this.walk = walk;
        this.opener = opener;
        this.segments = segments;
    }

    /// Returns the next entry; empty at the end, which moves on while the archive grows: ask again later. If it throws
    /// [StoreIsDamaged], the next call goes on with the entry after the damaged one.
    public Optional<LogEntry> next() throws IOException {
        Optional<StoredRecord> record = walk.nextWithBody();
        return record.isPresent() ? Optional.of(entry(record.get(), opener, segments)) : Optional.empty();
    }

    static LogEntry entry(StoredRecord record, RecordOpener opener, Segments segments) throws IOException {
        var number = new AccessionNumber(record.header().accession());
        var authorisation = opener.destroyedUnder(record.header());
        if (authorisation.isPresent())
            return new LogEntry.Destroyed(
                    number, Micros.instant(record.header().entry().timeMicros()), authorisation.get());
        return switch (record.header().entry()) {
            case EntryFields.CaptureFields capture ->
                new LogEntry.Capture(new ArchivedMessage(record, capture, opener, segments.origin(record)));
            case EntryFields.DuplicateFields duplicate ->
                new LogEntry.Duplicate(
                        number,
                        Micros.instant(duplicate.timeMicros()),
                        new AccessionNumber(duplicate.original()),
                        EnvelopeText.envelope(head(record, opener).envelope(), record.place()));
            case EntryFields.LifecycleFields lifecycle ->
                new LogEntry.Lifecycle(
                        number,
                        Micros.instant(lifecycle.timeMicros()),
                        EnvelopeText.event(head(record, opener).envelope(), record.place()));
        };
    }

    private static RecordContent.Head head(StoredRecord record, RecordOpener opener) throws IOException {
        try (InputStream content = opener.stream(record)) {
            return RecordContent.readHead(content, record.place());
        }
    }

    @Override
    public void close() throws IOException {
        walk.close();
    }
}
