package org.muniment.search;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.apache.lucene.store.Directory;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;
import org.muniment.archive.Archive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This is what keeps an index alive beside an archive: opens it, has it follow, and makes it anew when it is
/// damaged, foreign or unwanted. Whatever happens here, the archive goes on capturing.
final class IndexKeeper implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(IndexKeeper.class);
    private static final int WORKERS = 2;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);

    private final Path folder;
    private final Archive archive;
    private final Alarms alarms;
    private final InstantSource clock;
    private final SearchSettings settings;
    private final Workers workers = new Workers(WORKERS);
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final AtomicReference<Optional<Follower>> follower = new AtomicReference<>(Optional.empty());
    private volatile MessageIndex index;
    private Optional<Thread> thread = Optional.empty();
    private volatile boolean isClosing;
    private volatile boolean isRebuildWanted;

    IndexKeeper(Path folder, Archive archive, Alarms alarms, InstantSource clock, SearchSettings settings)
            throws IOException {
        this.folder = folder;
        this.archive = archive;
        this.alarms = alarms;
        this.clock = clock;
        this.settings = settings;
        this.index = openOrReplace();
    }

    /// The index as it is now; another after it was made anew.
    MessageIndex index() {
        return index;
    }

    /// Begins to follow the archive, once.
    void start() {
        lock.lock();
        try {
            if (thread.isPresent() || isClosing) return;
            thread = Optional.of(
                    Thread.ofPlatform().name("index-follower").daemon().start(this::followUntilClosed));
        } finally {
            lock.unlock();
        }
    }

    /// Has the index emptied and built again; the follower does so as soon as it is between two batches.
    void wantRebuild() {
        isRebuildWanted = true;
        follower.get().ifPresent(Follower::end);
    }

    /// Whether a wanted rebuild has not begun yet.
    boolean isRebuildWanted() {
        return isRebuildWanted;
    }

    /// Waits until so much of the log can be found, or the time is over.
    boolean await(long size, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (index.searchable() < size) {
                if (left <= 0) return false;
                left = changed.awaitNanos(left);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void followUntilClosed() {
        while (!isClosing) {
            try {
                if (isRebuildWanted) replace(Optional.empty());
                var following = new Follower(archive, index, settings, alarms, clock, workers, _ -> announce());
                follower.set(Optional.of(following));
                if (!isClosing && !isRebuildWanted) following.follow();
            } catch (Exception | Error failure) {
                if (!isClosing) recover(failure);
            }
        }
    }

    private void announce() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// After a failure the index goes back to what it last wrote down, and follows again from there.
    private void recover(Throwable failure) {
        LOG.error("The search index stopped following; it starts again", failure);
        try {
            if (IndexFolder.isDamageWithin(failure)) {
                replace(Optional.of("it is damaged (" + failure.getClass().getSimpleName() + ")"));
                return;
            }
            alarms.raise(AlarmKind.INDEX_BEHIND, "The search index stopped: " + failure + ". It tries again.");
            pause();
            index.close();
            index = openOrReplace();
        } catch (IOException | RuntimeException still) {
            LOG.error("The search index cannot be opened; it is tried again", still);
            pause();
        }
    }

    private void pause() {
        lock.lock();
        try {
            long left = RETRY_AFTER.toNanos();
            while (left > 0 && !isClosing) left = changed.awaitNanos(left);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    private MessageIndex openOrReplace() throws IOException {
        var log = archive.origin();
        var directory = IndexFolder.open(folder);
        var unusable = IndexFolder.whyUnusable(directory, log, archive.size());
        if (unusable.isPresent()) {
            raiseReplaced(unusable.get());
            return fresh(directory);
        }
        try {
            return MessageIndex.open(directory, log, settings);
        } catch (IOException | IllegalArgumentException failure) {
            if (!IndexFolder.isDamageAtOpening(failure)) throw failure;
            raiseReplaced("it is damaged (" + failure.getClass().getSimpleName() + ")");
            return fresh(directory);
        }
    }

    private void replace(Optional<String> why) throws IOException {
        isRebuildWanted = false;
        why.ifPresent(this::raiseReplaced);
        index.close();
        index = fresh(IndexFolder.open(folder));
        announce();
    }

    private MessageIndex fresh(Directory directory) throws IOException {
        IndexFolder.empty(directory);
        return MessageIndex.open(directory, archive.origin(), settings);
    }

    private void raiseReplaced(String why) {
        alarms.raise(AlarmKind.INDEX_REBUILT, "The search index is built again from the archive, since " + why + ".");
    }

    /// Ends following, writes down what is indexed, and closes.
    @Override
    public void close() throws IOException {
        isClosing = true;
        announce();
        follower.get().ifPresent(Follower::end);
        if (thread.isPresent()) join(thread.get());
        workers.close();
        index.commit();
        index.close();
    }

    private static void join(Thread thread) {
        try {
            if (!thread.join(Duration.ofMinutes(2))) LOG.error("The index follower did not end within 2 minutes");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
