package org.muniment.delivery;

import java.util.concurrent.atomic.AtomicBoolean;
import org.muniment.archive.Progress;

/// This is how far a preparation is, and whether somebody wants it stopped.
final class PreparationProgress implements Progress {
    private final AtomicBoolean isCancelled = new AtomicBoolean();
    private volatile long done;
    private volatile long total;

    /// The preparation was stopped by a person, or the server ends.
    static final class Cancelled extends RuntimeException {
        Cancelled() {
            super("cancelled");
        }
    }

    @Override
    public void reached(long nowDone, long ofTotal) {
        done = nowDone;
        total = ofTotal;
        if (isCancelled.get()) throw new Cancelled();
    }

    void cancel() {
        isCancelled.set(true);
    }

    long done() {
        return done;
    }

    long total() {
        return total;
    }
}
