package org.muniment.archive;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/// A clock that moves when the story says so, and at which the committer can be held: it asks for the time before each
/// batch. So the story decides what is in one.
final class StoryClock implements InstantSource {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private volatile Instant now = Fixture.NOON;
    private volatile @Nullable Thread committer;
    private boolean holding;
    private boolean held;

    @Override
    public Instant instant() {
        if (Thread.currentThread().getName().equals("archive committer")) arrive();
        return now;
    }

    private synchronized void arrive() {
        committer = Thread.currentThread();
        held = holding;
        notifyAll();
        while (holding) await();
        held = false;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    synchronized void hold() {
        holding = true;
    }

    /// Waits until the committer stands at the clock with its batch.
    synchronized void awaitHeld() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!held && System.nanoTime() < end) await();
    }

    synchronized void release() {
        holding = false;
        notifyAll();
    }

    /// Waits until the committer waits for work: what it does after it has answered is done.
    void awaitIdle() {
        Thread thread = committer;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (thread != null && isWorking(thread) && System.nanoTime() < end) Thread.yield();
    }

    private static boolean isWorking(Thread thread) {
        return switch (thread.getState()) {
            case NEW, RUNNABLE, BLOCKED -> true;
            case WAITING, TIMED_WAITING, TERMINATED -> false;
        };
    }

    private void await() {
        try {
            wait(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
