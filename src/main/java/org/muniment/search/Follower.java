package org.muniment.search;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.AccessionRanges;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchivedMessage;
import org.muniment.archive.CaptureWasDestroyed;

/// This is what brings one index up to the archive's log and keeps it there, in one thread with a helper. It ends
/// when it is told to, or with what the index or the archive threw. It is never interrupted: that would close files
/// under others who read them.
final class Follower {
    static final Duration BEHIND_MAX = Duration.ofMinutes(5);

    /// While single messages trickle in, each waits this long for company before all are made searchable.
    private static final Duration REFRESH_PAUSE = Duration.ofMillis(250);
    /// How much rarer it refreshes while it is behind by a batch or more: the newest cannot be found then anyway, and
    /// every refresh costs small segments that are merged again.
    private static final int BEHIND_REFRESH_FACTOR = 20;
    /// So much mail within one [#GLANCE] is a flood, 500 messages a second.
    private static final int FLOOD_ENTRIES = 50;
    private static final Duration GLANCE = Duration.ofMillis(100);
    /// How far it falls behind a flood before it takes its share of the processors again.
    private static final Duration GIVING_WAY_MAX = Duration.ofSeconds(30);
    /// How long it sleeps at most before it looks whether it should end.
    private static final Duration WAIT_MAX = Duration.ofMillis(250);

    private final Archive archive;
    private final MessageIndex index;
    private final SearchSettings settings;
    private final Alarms alarms;
    private final InstantSource clock;
    private final Workers workers;
    private final Indexed listener;
    private long refreshedAt = System.nanoTime();
    private long committedAt = System.nanoTime();
    private boolean isBehind;
    private volatile boolean isEnding;

    Follower(
            Archive archive,
            MessageIndex index,
            SearchSettings settings,
            Alarms alarms,
            InstantSource clock,
            Workers workers,
            Indexed listener) {
        this.archive = archive;
        this.index = index;
        this.settings = settings;
        this.alarms = alarms;
        this.clock = clock;
        this.workers = workers;
        this.listener = listener;
    }

    /// This is told whenever more can be found.
    interface Indexed {
        void through(long size);
    }

    void follow() throws IOException, InterruptedException {
        try (var entries = archive.entries(new AccessionNumber(index.position()))) {
            while (!isEnding) {
                var batch = Batch.next(entries, index.position(), alarms);
                if (batch.end() > index.position()) {
                    add(batch);
                    giveWay(batch);
                } else {
                    rest();
                }
                writeDownWhenDue();
            }
        }
    }

    private void writeDownWhenDue() throws IOException {
        if (since(refreshedAt).compareTo(refreshEvery()) >= 0) refresh();
        if (since(committedAt).compareTo(settings.commitEvery()) >= 0) commit();
    }

    private Duration refreshEvery() {
        boolean isCatchingUp = archive.size() - index.position() >= Batch.ENTRIES_MAX;
        return isCatchingUp ? settings.refreshEvery().multipliedBy(BEHIND_REFRESH_FACTOR) : settings.refreshEvery();
    }

    /// Makes [#follow] return soon.
    void end() {
        isEnding = true;
    }

    private void add(Batch batch) throws IOException {
        var read = new ConcurrentLinkedQueue<ReadCapture>();
        workers.each(batch.messages(), message -> read(message).ifPresent(read::add));
        var captures = new ArrayList<>(read);
        captures.sort(
                Comparator.comparingLong(capture -> capture.facts().first().accession()));
        // Before: whoever waits until the entry that says so can be found does not find them any more.
        for (AccessionRanges gone : batch.gone()) forget(gone);
        index.add(captures, batch.end(), workers);
        captures.stream().filter(capture -> !capture.wasRead()).forEach(this::raiseUnread);
        batch.newest().ifPresent(this::watchDistance);
    }

    private void forget(AccessionRanges gone) throws IOException {
        refresh();
        new Forgetting(archive, index, workers)
                .forget(gone, number -> read(archive.message(number)).stream().toList());
    }

    /// What is destroyed while it is read is nothing to be found.
    private Optional<ReadCapture> read(ArchivedMessage message) throws IOException {
        try {
            return Optional.of(ReadCapture.of(message, settings.journalAddresses()));
        } catch (CaptureWasDestroyed gone) {
            return Optional.empty();
        }
    }

    private void raiseUnread(ReadCapture capture) {
        alarms.raise(
                AlarmKind.MESSAGE_NOT_INDEXED,
                "Capture " + capture.facts().first().accession() + " could not be read by the index.");
    }

    private void watchDistance(Instant newest) {
        boolean wasBehind = isBehind;
        isBehind = index.position() < archive.size()
                && Duration.between(newest, clock.instant()).compareTo(BEHIND_MAX) > 0;
        if (isBehind && !wasBehind)
            alarms.raise(AlarmKind.INDEX_BEHIND, "The search index is more than 5 minutes behind the log.");
        if (!isBehind && wasBehind) alarms.settle(AlarmKind.INDEX_BEHIND);
    }

    /// A mail server that waits for its 250 comes before who searches: in a flood from the journal the index rests.
    private void giveWay(Batch batch) throws IOException, InterruptedException {
        if (!batch.isFromJournal()) return;
        while (!isEnding
                && archive.size() - index.position() >= Batch.ENTRIES_MAX
                && batch.newest().isPresent()
                && Duration.between(batch.newest().get(), clock.instant()).compareTo(GIVING_WAY_MAX) < 0) {
            long before = archive.size();
            Thread.sleep(GLANCE);
            writeDownWhenDue();
            if (archive.size() - before < FLOOD_ENTRIES) return;
        }
    }

    /// Nothing to do: let everything be found, then wait for more, at most until a commit is due.
    private void rest() throws IOException, InterruptedException {
        var pause = REFRESH_PAUSE.minus(since(refreshedAt));
        if (index.searchable() < index.position()) {
            if (pause.isPositive()) archive.awaitGrowth(index.position(), pause);
            if (archive.size() == index.position()
                    || !REFRESH_PAUSE.minus(since(refreshedAt)).isPositive()) refresh();
            return;
        }
        var untilCommit = settings.commitEvery().minus(since(committedAt));
        var wait = untilCommit.compareTo(WAIT_MAX) < 0 ? untilCommit : WAIT_MAX;
        if (wait.isPositive()) archive.awaitGrowth(index.position(), wait);
    }

    private void refresh() throws IOException {
        index.write(workers);
        index.refresh();
        refreshedAt = System.nanoTime();
        listener.through(index.searchable());
    }

    private void commit() throws IOException {
        index.write(workers);
        index.commit();
        committedAt = System.nanoTime();
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }
}
