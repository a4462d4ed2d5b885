package org.muniment.request;

import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.muniment.access.Actor;
import org.muniment.access.PersonId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// This looks once an hour, and when the server starts, for preservations whose last day has passed, and
/// writes down that they have ended. Until it is written down, they stand.
@Component
final class PreservationWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(PreservationWatch.class);
    private static final Actor MACHINE = new Actor(PersonId.OPERATOR, "Muniment", Set.of(), Set.of(), "this server");

    private static final int EVERY_MINUTES = 60;

    private final Preservations preservations;
    private @Nullable CountDownLatch stopped;

    PreservationWatch(Preservations preservations) {
        this.preservations = preservations;
    }

    @Override
    public synchronized void start() {
        CountDownLatch until = new CountDownLatch(1);
        stopped = until;
        Thread.ofPlatform().daemon().name("preservations").start(() -> lookUntil(until));
    }

    // Never interrupted: an interrupt would close the database's file under whoever writes.
    private void lookUntil(CountDownLatch until) {
        try {
            do look();
            while (!until.await(EVERY_MINUTES, TimeUnit.MINUTES));
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            preservations.letGo(MACHINE);
        } catch (RuntimeException failure) {
            LOG.error("Could not look for preservations that have ended; trying again in an hour", failure);
        }
    }

    @Override
    public synchronized void stop() {
        if (stopped != null) stopped.countDown();
        stopped = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return stopped != null;
    }
}
