package org.muniment.forgetting;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;
import org.muniment.archive.Archive;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/// This forgets from the server's start on, as soon as the log grows. What fails is tried again in a minute.
@Component
final class ForgettingWatch implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ForgettingWatch.class);
    private static final Duration GLANCE = Duration.ofMillis(250);
    private static final Duration PAUSE = Duration.ofMillis(750);
    /// The first look goes through the whole store; who stops the server does not wait for it.
    private static final Duration END_MAX = Duration.ofSeconds(5);
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Forgetting forgetting;
    private final Archive archive;
    private final Alarms alarms;
    private volatile boolean isRunning;
    /// Whether the alarm may stand, also from before this start; of the follower's thread.
    private boolean mayStand = true;
    private @Nullable Thread thread;

    ForgettingWatch(Forgetting forgetting, Archive archive, Alarms alarms) {
        this.forgetting = forgetting;
        this.archive = archive;
        this.alarms = alarms;
    }

    @Override
    public synchronized void start() {
        isRunning = true;
        thread = Thread.ofPlatform().daemon().name("forgetting").start(this::follow);
    }

    // Never interrupted: an interrupt would close files under whoever reads them.
    private void follow() {
        try {
            while (isRunning) {
                long position = look();
                if (position < 0) sleep(AGAIN);
                // A flood of mail is looked through about once a second.
                while (isRunning && position >= 0 && archive.size() == position) archive.awaitGrowth(position, GLANCE);
                sleep(PAUSE);
            }
        } catch (InterruptedException nobodyDoes) {
            Thread.currentThread().interrupt();
        }
    }

    private void sleep(Duration time) throws InterruptedException {
        long until = System.nanoTime() + time.toNanos();
        while (isRunning && System.nanoTime() < until) Thread.sleep(GLANCE);
    }

    private long look() {
        try {
            long position = forgetting.catchUp();
            if (mayStand) alarms.settle(AlarmKind.NOT_FORGOTTEN);
            mayStand = false;
            return position;
        } catch (IOException | RuntimeException failure) {
            if (!isRunning) return -1;
            LOG.error("Could not forget what was destroyed; trying again in a minute", failure);
            mayStand = true;
            alarms.raise(
                    AlarmKind.NOT_FORGOTTEN,
                    "What was destroyed is still quoted in the database or a draft: " + failure.getMessage());
            return -1;
        }
    }

    @Override
    public synchronized void stop() {
        isRunning = false;
        try {
            if (thread != null) thread.join(END_MAX);
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return isRunning;
    }
}
