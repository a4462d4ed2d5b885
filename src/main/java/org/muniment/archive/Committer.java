package org.muniment.archive;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one thread that numbers records and writes them. A batch is whatever arrived during the last force: no timer.
final class Committer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
    private static final int BATCH_RECORDS_MAX = 256;
    private static final long BATCH_BYTES_MAX = 8L << 20;

    private final SegmentChain chain;
    private final Growth growth;
    private final Room room;
    private final WriteGate gate;
    private final Alarms alarms;
    private final InstantSource clock;
    // An empty one asks the thread to end: it is never interrupted, for that would close the channel under it.
    private final LinkedBlockingQueue<Optional<PendingRecord>> queue = new LinkedBlockingQueue<>();
    private final ArrayDeque<PendingRecord> waiting = new ArrayDeque<>();
    private final Thread thread;
    private volatile long completedThrough;
    private List<PendingRecord> inHand = List.of();
    private boolean ending;
    private boolean isTokenAway;
    private volatile boolean ended;

    Committer(SegmentChain chain, Growth growth, Room room, WriteGate gate, Alarms alarms, InstantSource clock) {
        this.chain = chain;
        this.growth = growth;
        this.room = room;
        this.gate = gate;
        this.alarms = alarms;
        this.clock = clock;
        this.completedThrough = growth.size();
        this.thread = Thread.ofPlatform().name("archive committer").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /// Queues a record. Its future completes on this class's thread.
    void submit(PendingRecord record) {
        room.queued(record.lengthBytesMax());
        queue.add(Optional.of(record));
        // The thread drains once more after it has said that it ended: one of the two sees the record.
        if (ended) refuseQueued();
    }

    /// Returns up to where every future has completed.
    long completedThrough() {
        return completedThrough;
    }

    private void run() {
        try {
            while (await()) commitBatch();
        } catch (Throwable failure) { // Whatever it is: nothing may be acknowledged after it.
            LOG.error("The committer failed", failure);
            gate.shut(AlarmKind.STORE_READ_ONLY, "the thread that writes records failed: " + failure);
        }
        ended = true;
        refuse(inHand, refusal());
        refuse(List.copyOf(waiting), refusal());
        refuseQueued();
    }

    /// Waits for work; false when the archive closes and all is written.
    private boolean await() throws InterruptedException {
        if (waiting.isEmpty() && !ending) queue.take().ifPresentOrElse(waiting::add, () -> ending = true);
        List<Optional<PendingRecord>> arrived = new ArrayList<>();
        queue.drainTo(arrived, BATCH_RECORDS_MAX - waiting.size());
        for (var next : arrived) next.ifPresentOrElse(waiting::add, () -> ending = true);
        return !waiting.isEmpty();
    }

    private void commitBatch() throws IOException {
        Instant now = clock.instant();
        if (chain.isTooOld(now) || waiting.getFirst().lengthBytesMax() > chain.room()) seal();
        List<PendingRecord> batch = nextBatch();
        inHand = batch;
        try {
            gate.require();
            batch = ready(batch);
            if (!batch.isEmpty()) chain.append(batch, now);
        } catch (ArchiveRefusal refusal) {
            refuse(batch, refusal);
            return;
        } catch (IOException | RuntimeException failure) {
            failed(batch, failure);
            return;
        }
        acknowledge(batch);
    }

    private List<PendingRecord> ready(List<PendingRecord> batch) {
        if (batch.stream().allMatch(record -> record.before().equals(PendingRecord.Before.NOTHING))) return batch;
        List<PendingRecord> ready = new ArrayList<>();
        for (PendingRecord record : batch)
            if (record.isReady()) ready.add(record);
            else release(record);
        return ready;
    }

    private List<PendingRecord> nextBatch() {
        List<PendingRecord> batch = new ArrayList<>();
        long room = Math.min(chain.room(), BATCH_BYTES_MAX);
        do {
            PendingRecord record = waiting.removeFirst();
            batch.add(record);
            room -= record.lengthBytesMax();
        } while (!waiting.isEmpty() && waiting.getFirst().lengthBytesMax() <= room);
        return batch;
    }

    private void acknowledge(List<PendingRecord> batch) {
        if (isTokenAway) alarms.settle(AlarmKind.TOKEN_AWAY);
        isTokenAway = false;
        long size = chain.nextAccession();
        long accession = size - batch.size();
        growth.reach(size);
        for (PendingRecord record : batch) {
            release(record);
            record.onDisk().complete(accession++);
        }
        inHand = List.of();
        completedThrough = size;
    }

    private void seal() {
        try {
            chain.seal();
        } catch (IOException e) {
            LOG.error("A segment could not be sealed", e);
            alarms.raise(AlarmKind.FORCE_FAILED, "A segment could not be sealed; it was left as it is: " + e);
            chain.abandon();
        }
    }

    /// Nothing was written: the next batch asks the token again.
    private void putOff(List<PendingRecord> batch, TokenIsMissing away) {
        LOG.warn("{} records are put off: {}", batch.size(), away.getMessage());
        if (!isTokenAway) alarms.raise(AlarmKind.TOKEN_AWAY, String.valueOf(away.getMessage()));
        isTokenAway = true;
        refuse(batch, new CaptureWasNotForced(away));
    }

    private void failed(List<PendingRecord> batch, Exception failure) throws IOException {
        Optional<TokenIsMissing> away = TokenIsMissing.in(failure);
        if (away.isPresent()) {
            putOff(batch, away.get());
            return;
        }
        LOG.error("A batch of {} records could not be written", batch.size(), failure);
        alarms.raise(AlarmKind.FORCE_FAILED, "A write was not confirmed by the disk: " + failure.getMessage());
        chain.abandon();
        refuse(batch, new CaptureWasNotForced(failure));
        room.look();
        try {
            chain.begin(clock.instant());
        } catch (IOException | RuntimeException again) {
            LOG.error("No new segment could be made", again);
            // A full disk is not a broken one, nor a token that is away: the next batch makes the segment.
            if (!room.isDiskLow() && TokenIsMissing.in(again).isEmpty())
                gate.shut(AlarmKind.STORE_READ_ONLY, sentence(again));
        }
    }

    private static String sentence(Exception failure) {
        return DiskIsReadOnly.isReason(failure)
                ? DiskIsReadOnly.sentence("the archive")
                : "no new segment can be made: " + failure.getMessage();
    }

    private void refuseQueued() {
        List<Optional<PendingRecord>> left = new ArrayList<>();
        queue.drainTo(left);
        for (var next : left) next.ifPresent(record -> refuse(List.of(record), refusal()));
    }

    private ArchiveRefusal refusal() {
        return new ArchiveIsReadOnly(gate.shutBecause().orElse("it was closed."));
    }

    private void refuse(List<PendingRecord> batch, ArchiveRefusal refusal) {
        for (PendingRecord record : batch) {
            if (record.onDisk().isDone()) continue;
            release(record);
            record.onDisk().completeExceptionally(refusal);
        }
    }

    private void release(PendingRecord record) {
        room.unqueued(record.lengthBytesMax());
        try {
            record.body().close();
        } catch (IOException | RuntimeException e) {
            LOG.warn("A spool file could not be deleted; the next start does it", e);
        }
    }

    /// Writes what is queued and ends. The segment stays open for the next start.
    @Override
    public void close() throws IOException {
        queue.add(Optional.empty());
        try {
            if (thread.getState() != Thread.State.NEW) thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        chain.close();
    }
}
