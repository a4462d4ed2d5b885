package org.muniment.archive;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// How many entries are on disk, and a way to wait for more.
final class Growth {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private volatile long size;

    Growth(long size) {
        this.size = size;
    }

    long size() {
        return size;
    }

    void reach(long newSize) {
        lock.lock();
        try {
            size = newSize;
            grown.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void await(long known, Duration atMost) throws InterruptedException {
        long nanos = atMost.toNanos();
        lock.lock();
        try {
            while (size <= known && nanos > 0) nanos = grown.awaitNanos(nanos);
        } finally {
            lock.unlock();
        }
    }
}
