package org.muniment.search;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// These are the threads that read and index a batch, each taking the next item when it is done with one. The calling
/// thread is one of them.
final class Workers implements AutoCloseable {
    private final int count;
    private final ExecutorService others;

    Workers(int count) {
        this.count = count;
        this.others = Executors.newFixedThreadPool(
                Math.max(1, count - 1),
                Thread.ofPlatform().daemon().name("index-", 1).factory());
    }

    /// Does the work for every item and returns when all is done. The first failure is thrown; then the others may be
    /// undone.
    <T> void each(List<T> items, Work<T> work) throws IOException {
        var next = new AtomicInteger();
        var running = new ArrayList<Future<?>>();
        for (int i = 1; i < Math.min(count, items.size()); i++)
            running.add(others.submit(() -> {
                run(items, next, work);
                return true;
            }));
        try {
            run(items, next, work);
        } finally {
            next.addAndGet(items.size());
            await(running);
        }
    }

    /// Has every worker do the same once, and returns when all have.
    void together(Chore chore) throws IOException {
        each(Collections.nCopies(count, chore), Chore::run);
    }

    private static <T> void run(List<T> items, AtomicInteger next, Work<T> work) throws IOException {
        for (int i = next.getAndIncrement(); i < items.size(); i = next.getAndIncrement()) work.on(items.get(i));
    }

    private static void await(List<Future<?>> running) throws IOException {
        for (var task : running) {
            try {
                task.get();
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof IOException trouble) throw trouble;
                throw new IllegalStateException(failed.getCause());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new UncheckedIOException(new InterruptedIOException("interrupted while indexing"));
            }
        }
    }

    @Override
    public void close() {
        others.shutdown();
    }

    /// This is what a worker does that has no item.
    interface Chore {
        Object run() throws IOException;
    }

    /// This is what is done with each item.
    interface Work<T> {
        void on(T item) throws IOException;
    }
}
