package org.muniment.archive;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.function.Supplier;

/// A small pool of workbenches; it makes one when all are lent, and keeps as many as there is work for processors.
final class Workbenches {
    private final Supplier<Workbench> maker;
    private final ArrayBlockingQueue<Workbench> idle =
            new ArrayBlockingQueue<>(2 * Runtime.getRuntime().availableProcessors());

    Workbenches(Supplier<Workbench> maker) {
        this.maker = maker;
    }

    /// Does work with a workbench; one with which work failed is not used again.
    <T, E extends Exception> T with(Work<T, E> work) throws E {
        Workbench lent = idle.poll();
        Workbench bench = lent == null ? maker.get() : lent;
        T done = work.on(bench);
        idle.offer(bench);
        return done;
    }

    interface Work<T, E extends Exception> {
        T on(Workbench bench) throws E;
    }
}
