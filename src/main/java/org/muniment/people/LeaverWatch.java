package org.muniment.people;

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

/// This looks once a minute, and when the server starts, for people whose last day has come, and shuts them out.
@Component
final class LeaverWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(LeaverWatch.class);
    private static final Actor MACHINE = new Actor(PersonId.OPERATOR, "Muniment", Set.of(), Set.of(), "this server");

    private static final int EVERY_SECONDS = 60;

    private final Administration administration;
    private @Nullable CountDownLatch stopped;

    LeaverWatch(Administration administration) {
        this.administration = administration;
    }

    @Override
    public synchronized void start() {
        CountDownLatch until = new CountDownLatch(1);
        stopped = until;
        Thread.ofPlatform().daemon().name("leavers").start(() -> lookUntil(until));
    }

    // Never interrupted: an interrupt would close the database's file under whoever writes.
    private void lookUntil(CountDownLatch until) {
        try {
            do look();
            while (!until.await(EVERY_SECONDS, TimeUnit.SECONDS));
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            administration.leaversGone(MACHINE);
        } catch (RuntimeException failure) {
            LOG.error("Could not look for people whose last day has come; trying again in a minute", failure);
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
