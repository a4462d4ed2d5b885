package org.muniment.audit;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.EntryReader;
import org.muniment.archive.LogEntry;
import org.muniment.archive.StoreIsDamaged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the rows up to where the audit log is: now and then by itself, at once when somebody asks.
final class AuditFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(AuditFollower.class);
    private static final int ROWS_AT_ONCE_MAX = 500;
    // Rows are read seldom and written often: a pause makes one transaction of many entries.
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Archive log;
    private final AuditTable table;
    private final Thread thread;
    private final CountDownLatch closed = new CountDownLatch(1);
    private @Nullable EntryReader reader;
    private long next;

    AuditFollower(Archive log, AuditTable table) {
        this.log = log;
        this.table = table;
        this.next = table.next(log.origin());
        if (next == 0 || next > log.size()) startAnew();
        this.thread = Thread.ofPlatform().daemon().name("audit rows").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!closed.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) tryToCatchUp();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void tryToCatchUp() {
        try {
            catchUp();
        } catch (IOException | RuntimeException failure) {
            LOG.error("The rows of the audit trail could not be brought up to date; it is tried again", failure);
        }
    }

    /// Has every entry that is in the log now in the rows.
    synchronized void catchUp() throws IOException {
        long target = log.size();
        while (next < target && closed.getCount() > 0) {
            List<AuditRow> rows = read(Math.min(target - next, ROWS_AT_ONCE_MAX));
            table.add(log.origin(), rows, next + rows.size());
            next += rows.size();
        }
    }

    /// Derives every row anew.
    synchronized void rebuild() throws IOException {
        startAnew();
        closeReader();
        catchUp();
    }

    private void startAnew() {
        table.clear();
        next = 0;
    }

    private List<AuditRow> read(long count) throws IOException {
        List<AuditRow> rows = new ArrayList<>();
        try {
            EntryReader from = reader == null ? log.entries(new AccessionNumber(next)) : reader;
            reader = from;
            while (rows.size() < count) rows.add(row(from, next + rows.size()));
            return rows;
        } catch (IOException | RuntimeException failure) {
            // What was read is not yet written: the next attempt begins where the rows end.
            closeReader();
            throw failure;
        }
    }

    private static AuditRow row(EntryReader from, long number) throws IOException {
        try {
            Optional<LogEntry> entry = from.next();
            if (entry.isEmpty()) throw new IllegalStateException("the audit log ends before entry " + number);
            return entry.get() instanceof LogEntry.Lifecycle event
                    ? AuditText.row(number, event.at(), event.event())
                    : AuditRow.unreadable(number, entry.get().at());
        } catch (StoreIsDamaged damaged) {
            LOG.error("Entry {} of the audit log is damaged", number, damaged);
            return AuditRow.unreadable(number, Instant.EPOCH);
        }
    }

    private void closeReader() throws IOException {
        EntryReader closed = reader;
        reader = null;
        if (closed != null) closed.close();
    }

    /// Never interrupts: an interrupt would close the database's file under it.
    @Override
    public void close() throws IOException {
        closed.countDown();
        synchronized (this) {
            closeReader();
        }
    }
}
