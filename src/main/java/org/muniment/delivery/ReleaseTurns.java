package org.muniment.delivery;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.muniment.request.RequestId;
import org.springframework.stereotype.Component;

/// This is how acts on the releases of one request follow each other. Whoever acts takes a turn, reads
/// the release again, and acts on what it is then: what was read before may be long past.
@Component
final class ReleaseTurns {
    private final Map<RequestId, ReentrantLock> locks = new ConcurrentHashMap<>();

    /// One act on the releases of a request; it lasts until it is closed.
    @FunctionalInterface
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }

    /// Waits for its turn. The same thread may take another within it. Never take one within the
    /// database's work: rows wait for nobody's turn.
    Turn take(RequestId request) {
        var lock = locks.computeIfAbsent(request, _ -> new ReentrantLock());
        lock.lock();
        return lock::unlock;
    }
}
