package org.muniment.archive;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;
import org.muniment.merklelog.MerkleLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings entries into the log, never beyond what is on disk, and signs about once a second while there is change.
/// Every leaf is computed from what was read back: a bit that flipped on the way must not be signed.
final class Integrator implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Integrator.class);
    private static final int APPENDED_AT_ONCE_MAX = 1024;

    private final MerkleLog log;
    private final Segments segments;
    private final Growth growth;
    private final WriteGate gate;
    private final Alarms alarms;
    private final Duration every;
    private final Chore chore;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition closed = lock.newCondition();
    private final Thread thread;
    private boolean closing;

    /// Something else to be done about once a second.
    interface Chore {
        void run() throws IOException;
    }

    Integrator(MerkleLog log, OpenedStore store, Alarms alarms, Duration every, Chore chore) {
        this.log = log;
        this.segments = store.segments();
        this.growth = store.growth();
        this.gate = store.gate();
        this.alarms = alarms;
        this.every = every;
        this.chore = chore;
        this.thread = Thread.ofPlatform().name("archive log").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        while (!closesWithin(every)) once();
        once();
    }

    /// Integrates and signs what is on disk now. One thread at a time.
    synchronized void once() {
        try {
            integrate();
            if (log.size() > log.checkpoint().map(c -> c.size()).orElse(0L)) log.publish();
            chore.run();
        } catch (StoreIsDamaged damage) {
            gate.shut(AlarmKind.STORE_DAMAGED, damage.getMessage() + ". It was not signed.");
        } catch (IOException | RuntimeException failure) {
            LOG.error("The log could not be brought up to date; it is tried again", failure);
            alarms.raise(AlarmKind.FORCE_FAILED, "The log could not be written: " + failure.getMessage());
        }
    }

    private void integrate() throws IOException {
        if (growth.size() <= log.size()) return;
        // Always from where the log is: whatever failed the last time is read again.
        try (var walk = new RecordWalk(segments, growth, log.size())) {
            integrate(walk);
        }
    }

    private void integrate(RecordWalk walk) throws IOException {
        List<byte[]> entries = new ArrayList<>();
        for (Optional<StoredRecord> next = walk.next(); next.isPresent(); next = walk.next()) {
            entries.add(next.get().entryText(segments.origin(next.get())));
            if (entries.size() < APPENDED_AT_ONCE_MAX) continue;
            log.append(entries);
            entries = new ArrayList<>();
        }
        if (!entries.isEmpty()) log.append(entries);
    }

    private boolean closesWithin(Duration time) {
        long nanos = time.toNanos();
        lock.lock();
        try {
            while (!closing && nanos > 0) nanos = closed.awaitNanos(nanos);
            return closing;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /// Integrates and signs what is on disk, then ends.
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            closed.signalAll();
        } finally {
            lock.unlock();
        }
        try {
            if (thread.getState() != Thread.State.NEW) thread.join(TimeUnit.MINUTES.toMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
