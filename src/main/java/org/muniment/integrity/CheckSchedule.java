package org.muniment.integrity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;
import org.muniment.archive.IntegrityCheck.Level;
import org.muniment.archive.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This is what makes each check when it is due, while the server runs: it looks every minute ([ADR
/// 40](docs/adr/0040-checks-are-due-by-their-reports.md)).
public final class CheckSchedule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CheckSchedule.class);
    private static final Duration LOOKED_EVERY = Duration.ofMinutes(1);
    private static final Duration AGAIN_AFTER_FAILURE = Duration.ofHours(1);
    private static final long STOP_SECONDS_MAX = 20;

    private final IntegrityChecks checks;
    private final Alarms alarms;
    private final InstantSource clock;
    private final Map<Level, Instant> failedAt = new EnumMap<>(Level.class);
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("integrity watch").factory());
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("integrity check").factory());

    public CheckSchedule(IntegrityChecks checks, Alarms alarms, InstantSource clock) {
        this.checks = checks;
        this.alarms = alarms;
        this.clock = clock;
    }

    /// Looks from now on, in the background.
    public CheckSchedule start() {
        long everyMillis = LOOKED_EVERY.toMillis();
        var _ = watch.scheduleWithFixedDelay(this::look, everyMillis, everyMillis, TimeUnit.MILLISECONDS);
        return this;
    }

    /// Begins what is due: of the long checks one at a time, the fullest first, for it covers the lesser.
    void look() {
        try {
            for (Level level : IntegrityChecks.LEVELS) {
                boolean mustWait = level != Level.QUICK && checks.running().isPresent();
                if (!mustWait && checks.isDue(level, clock.instant()) && !failedLately(level)) begin(level);
            }
        } catch (RuntimeException unforeseen) {
            LOG.error("Whether a check is due could not be told; it is tried again", unforeseen);
        }
    }

    private synchronized boolean failedLately(Level level) {
        Instant failed = failedAt.getOrDefault(level, Instant.MIN);
        return clock.instant().minus(AGAIN_AFTER_FAILURE).isBefore(failed);
    }

    /// Begins a check in the background. Throws [CheckIsRunning].
    void begin(Level level) {
        IntegrityChecks.Begun begun = checks.begin(level);
        if (level == Level.QUICK) make(level, begun);
        else worker.execute(() -> make(level, begun));
    }

    private void make(Level level, IntegrityChecks.Begun begun) {
        try {
            IntegrityChecks.Kept kept = begun.run(Progress.UNSEEN);
            CheckReport report = kept.report();
            // Every hour that nothing was found: the report says so; the log of the mail need not.
            if (level != Level.QUICK || !report.ok()) checks.enter(kept);
            LOG.info(
                    "{} check: {} entries, {} findings",
                    level,
                    report.checked(),
                    report.findings().size());
            alarms.settle(AlarmKind.CHECK_NOT_MADE);
        } catch (CheckWasStopped atTheEnd) {
            LOG.info("The {} check was stopped with the server; it is made when the server runs again", level);
        } catch (Exception failure) {
            LOG.error("The {} check could not be made", level, failure);
            synchronized (this) {
                failedAt.put(level, clock.instant());
            }
            alarms.raise(AlarmKind.CHECK_NOT_MADE, "The " + level.word() + " check ended early: " + failure);
        }
    }

    /// Waits until what was begun is done; false if that takes longer.
    boolean await(Duration atMost) throws InterruptedException {
        worker.shutdown();
        return worker.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        checks.stop();
        watch.shutdownNow();
        worker.shutdown();
        try {
            if (!worker.awaitTermination(STOP_SECONDS_MAX, TimeUnit.SECONDS))
                LOG.warn("A check did not stop within {} seconds", STOP_SECONDS_MAX);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
