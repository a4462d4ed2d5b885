package org.muniment.archive;

import java.io.IOException;
import java.util.Optional;

/// This reads the deliveries in the log in order, by their public entries alone. One thread at a time.
public final class ArrivalReader implements AutoCloseable {
    private final RecordWalk walk;

    ArrivalReader(RecordWalk walk) {
        this.walk = walk;
    }

    /// Returns the next delivery; empty at the end. If it throws [StoreIsDamaged], the next call goes on behind the
    /// damaged entry.
    public Optional<Arrival> next() throws IOException {
        for (var record = walk.next(); record.isPresent(); record = walk.next()) {
            RecordHeader header = record.get().header();
            var number = new AccessionNumber(header.accession());
            switch (header.entry()) {
                case EntryFields.CaptureFields it -> {
                    return Optional.of(
                            new Arrival(number, Micros.instant(it.timeMicros()), it.source(), it.sizeBytes(), false));
                }
                case EntryFields.DuplicateFields it -> {
                    return Optional.of(new Arrival(number, Micros.instant(it.timeMicros()), it.source(), 0, true));
                }
                case EntryFields.LifecycleFields _ -> {}
            }
        }
        return Optional.empty();
    }

    /// Returns the number of the entry that is read next.
    public AccessionNumber position() {
        return new AccessionNumber(walk.position());
    }

    @Override
    public void close() throws IOException {
        walk.close();
    }
}
