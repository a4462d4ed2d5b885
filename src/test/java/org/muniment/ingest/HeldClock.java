package org.muniment.ingest;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;

/// This is the system's clock, which gives the committer no answer while it is held. A batch is stamped before it is
/// written, so nothing is acknowledged meanwhile, on a machine of any speed.
final class HeldClock implements InstantSource, AutoCloseable {
    private volatile CountDownLatch held = new CountDownLatch(0);

    void hold() {
        held = new CountDownLatch(1);
    }

    @Override
    public Instant instant() {
        try {
            if (Thread.currentThread().getName().equals("archive committer")) held.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Instant.now();
    }

    /// Lets the committer go.
    @Override
    public void close() {
        held.countDown();
    }
}
