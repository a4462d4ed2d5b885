package org.muniment.archive;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the table of captures up to the log after a start: at once what fits into half a second, which is what a
/// killed process leaves, the rest beside the work.
final class DuplicateFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DuplicateFollower.class);
    private static final Duration AT_ONCE_MAX = Duration.ofMillis(500);

    private final DuplicateTable table;
    private final RecordWalk walk;
    private final RecordOpener opener;
    private final Segments segments;
    private final InstantSource clock;
    private final long end;
    private final AtomicLong followed;
    private volatile boolean closing;
    private Thread thread = Thread.ofPlatform().unstarted(() -> {});

    DuplicateFollower(DuplicateTable table, OpenedStore store, InstantSource clock) {
        this.table = table;
        this.opener = store.opener();
        this.segments = store.segments();
        this.clock = clock;
        this.end = store.growth().size();
        // A table that is ahead of the log belongs to a store that was set back: its hints are compared anyway.
        this.followed = new AtomicLong(Math.min(table.followed(), end));
        this.walk = new RecordWalk(store.segments(), store.growth(), followed.get());
    }

    void start() throws IOException {
        long deadline = System.nanoTime() + AT_ONCE_MAX.toNanos();
        while (followed.get() < end && System.nanoTime() < deadline) step();
        if (followed.get() < end)
            thread = Thread.ofPlatform().daemon().name("archive captures").start(this::rest);
    }

    private void rest() {
        try {
            while (followed.get() < end && !closing) step();
        } catch (IOException | RuntimeException e) {
            LOG.error("The table of captures could not be brought up to date; retries may be kept twice", e);
        }
    }

    private void step() throws IOException {
        try {
            Optional<StoredRecord> record = walk.nextWithBody();
            if (record.isPresent() && record.get().header().entry() instanceof EntryFields.CaptureFields fields)
                table.follow(
                        new ArchivedMessage(record.get(), fields, opener, segments.origin(record.get())),
                        clock.instant());
        } catch (CaptureWasDestroyed _) {
            // What comes again after it was destroyed is captured anew.
        } catch (StoreIsDamaged damage) {
            LOG.warn("A damaged capture cannot be recognised when it comes again", damage);
        }
        followed.incrementAndGet();
    }

    /// Returns up to where the table knows all captures, given that it was told all from `end` to `completed`.
    long followed(long completed) {
        return followed.get() < end ? followed.get() : Math.max(end, completed);
    }

    /// Waits until the table knows every capture there was at the start.
    void await() {
        try {
            if (thread.getState() != Thread.State.NEW) thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        closing = true;
        await();
        walk.close();
    }
}
