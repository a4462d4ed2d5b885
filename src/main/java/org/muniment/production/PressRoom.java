package org.muniment.production;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.muniment.archive.AccessionNumber;
import org.muniment.rendition.FontFace;

/// This is several presses side by side, one a processor: documents are given in order, printed at once, and listed in
/// the order they were given. Only so many wait that memory does not grow with the release. Given by one thread.
final class PressRoom implements AutoCloseable {
    private static final int PRESSES_MAX = 8;
    private static final int WAITING_FOR_EACH = 4;

    private final BlockingQueue<Press> idle;
    private final List<Press> presses = new ArrayList<>();
    private final ExecutorService workers;
    private final List<Future<ReleasedFile>> given = new ArrayList<>();
    private final int waitingMax;
    private final SequencedSet<FontFace> fonts = new LinkedHashSet<>();

    PressRoom(Poppler poppler, Instant releasedAt) {
        int count = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, PRESSES_MAX);
        idle = new ArrayBlockingQueue<>(count);
        for (int i = 0; i < count; i++) presses.add(new Press(poppler, releasedAt));
        idle.addAll(presses);
        waitingMax = count * WAITING_FOR_EACH;
        workers = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().daemon().name("press-", 1).factory());
    }

    /// Has one message printed. Throws what is wrong with one given before, at the latest after `waitingMax` others.
    void message(ReleasedDocument document, Path file, List<AccessionNumber> captures, Iterable<String> withheld)
            throws IOException {
        fonts.addAll(document.fonts());
        given.add(workers.submit(() -> atAPress(press -> press.message(document, file, captures, withheld))));
        if (given.size() > waitingMax) of(given.get(given.size() - 1 - waitingMax));
    }

    /// Prints a document in our own words, now.
    ReleasedFile paper(ReleasedDocument document, Path file, Iterable<String> withheld) throws IOException {
        fonts.addAll(document.fonts());
        return of(workers.submit(() -> atAPress(press -> press.log(document, file, withheld))));
    }

    /// All messages given so far, when the last is printed.
    List<ReleasedFile> printed() throws IOException {
        var files = new ArrayList<ReleasedFile>();
        for (var one : given) files.add(of(one));
        return files;
    }

    /// How many are printed.
    long done() {
        return given.stream().filter(Future::isDone).count();
    }

    /// The fonts used so far, in order of first use.
    SequencedSet<FontFace> fonts() {
        return fonts;
    }

    /// On return nothing is written any more.
    @Override
    public void close() throws IOException {
        workers.shutdownNow();
        try {
            if (!workers.awaitTermination(5, TimeUnit.MINUTES)) throw new IOException("A press does not stop.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (var press : presses) press.close();
    }

    private interface Work {
        ReleasedFile at(Press press) throws IOException;
    }

    private ReleasedFile atAPress(Work work) throws IOException, InterruptedException {
        var press = idle.take();
        try {
            return work.at(press);
        } finally {
            idle.add(press);
        }
    }

    private static ReleasedFile of(Future<ReleasedFile> printing) throws IOException {
        try {
            return printing.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while printing", e);
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException refusal -> throw refusal;
                case IOException trouble -> throw trouble;
                case null, default -> throw new IllegalStateException("a press broke", e);
            }
        }
    }
}
