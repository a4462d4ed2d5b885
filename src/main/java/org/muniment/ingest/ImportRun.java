package org.muniment.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.muniment.archive.AccessionSet;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveIsFull;
import org.muniment.archive.Channel;
import org.muniment.archive.Envelope;
import org.muniment.archive.Incoming;
import org.muniment.archive.Peer;
import org.muniment.archive.Receipt;

/// This is one import under way. The importing thread reads and hands messages to the archive in the order of the
/// files; it does not wait for the disk, but for room: what is read and not yet on disk is bounded in number and bytes.
final class ImportRun implements AutoCloseable {
    private static final int WAITING_BYTES_MAX = 24 << 20;
    private static final int WAITING_BYTES_LEAST = 16 * 1024;
    private static final int PROGRESS_EVERY = 500;
    private static final Duration FULL_PATIENCE = Duration.ofMinutes(1);
    private static final Duration FULL_PAUSE = Duration.ofMillis(100);

    private final Archive archive;
    private final String source;
    private final InstantSource clock;
    private final ImportProgress progress;
    private final long startedAt = System.nanoTime();
    private final Semaphore room = new Semaphore(WAITING_BYTES_MAX);
    private final DefectCount defects;
    private final AccessionSet taken = new AccessionSet();
    private final AtomicLong captured = new AtomicLong();
    private final AtomicLong duplicates = new AtomicLong();
    private final ConcurrentSkipListMap<Long, ImportReport.Failed> failed = new ConcurrentSkipListMap<>();
    private Optional<ImportItem> item = Optional.empty();
    private long sequence;
    private long offset;
    private long read;
    private long bytes;

    ImportRun(Archive archive, String source, InstantSource clock, DefectCount defects, ImportProgress progress) {
        this.archive = archive;
        this.source = source;
        this.clock = clock;
        this.defects = defects;
        this.progress = progress;
    }

    /// Where in its file the message begins that is being read, or was last.
    long offset() {
        return offset;
    }

    void fail(Path path, long at, String reason) {
        item.ifPresent(ImportItem::abandon);
        item = Optional.empty();
        offset = 0;
        failed.put(sequence++, new ImportReport.Failed(path.toString(), at, reason));
    }

    /// Begins a message; its bytes go into the stream.
    OutputStream begin(Path path, long at, Optional<String> sender) {
        offset = at;
        ImportItem begun = new ImportItem(this, sequence++, path, at, sender);
        item = Optional.of(begun);
        return begun;
    }

    /// Ends the message begun last, and lets the archive make it durable while the next is read.
    void end() {
        ImportItem ended = item.orElseThrow();
        read++;
        bytes += ended.bytes();
        ended.finish();
        item = Optional.empty();
        offset = 0;
        if (read % PROGRESS_EVERY == 0) progress.read(read, bytes);
    }

    /// Opens a capture. While the archive is full it waits a minute for room, then gives the import up.
    Incoming receive(Optional<String> sender) {
        Envelope envelope = new Envelope(source, Channel.FILE_IMPORT, sender, List.of(), Peer.NONE, clock.instant());
        long waitingSince = System.nanoTime();
        while (true) {
            try {
                return archive.receive(envelope);
            } catch (ArchiveIsFull full) {
                if (System.nanoTime() - waitingSince > FULL_PATIENCE.toNanos()) throw full;
                pause(full);
            }
        }
    }

    private static void pause(ArchiveIsFull full) {
        try {
            Thread.sleep(FULL_PAUSE);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw full;
        }
    }

    /// Commits a capture; waits for room first, not for the disk.
    void commit(Incoming incoming, long size, ImportItem ended) {
        int share = Math.clamp(size, WAITING_BYTES_LEAST, WAITING_BYTES_MAX);
        room.acquireUninterruptibly(share);
        CompletableFuture<Receipt> onDisk;
        try {
            onDisk = incoming.commit();
        } catch (RuntimeException trouble) {
            room.release(share);
            throw trouble;
        }
        // Both ends are seen to in the callback; nothing is left for this future to say.
        var _ = onDisk.whenComplete((receipt, failure) -> {
            if (failure == null) count(receipt);
            else fail(ended, failure);
            room.release(share);
        });
    }

    private void count(Receipt receipt) {
        switch (receipt) {
            case Receipt.Captured captive -> {
                taken.add(captive.accession());
                captured.incrementAndGet();
            }
            case Receipt.Duplicate again -> {
                taken.add(again.original());
                duplicates.incrementAndGet();
            }
        }
    }

    /// May be called from any thread.
    void fail(ImportItem message, Throwable failure) {
        String reason = failure.getMessage() == null ? failure.toString() : failure.getMessage();
        failed.put(message.sequence(), new ImportReport.Failed(message.path().toString(), message.offset(), reason));
    }

    /// Waits until all is on disk, and tells what was done.
    ImportReport report() throws IOException, InterruptedException {
        room.acquireUninterruptibly(WAITING_BYTES_MAX);
        room.release(WAITING_BYTES_MAX);
        progress.read(read, bytes);
        long withDefects = taken.isEmpty() ? 0 : defects.among(taken);
        double seconds = Math.round((System.nanoTime() - startedAt) / 1e6) / 1e3;
        return new ImportReport(
                read, captured.get(), duplicates.get(), withDefects, List.copyOf(failed.values()), seconds);
    }

    @Override
    public void close() {
        item.ifPresent(ImportItem::abandon);
    }
}
