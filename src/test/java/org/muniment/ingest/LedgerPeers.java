package org.muniment.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/// These are the mail servers outside: several sessions that deliver, connect again, and keep one ledger.
final class LedgerPeers implements AutoCloseable {
    private static final long AGAIN_NANOS = 20_000_000;
    // What could not be delivered waits, as it does at any mail server.
    private static final long BACKLOG_NANOS = 60_000_000_000L;

    private final SmtpLedger ledger = new SmtpLedger();
    private final AtomicInteger port = new AtomicInteger();
    private final AtomicInteger inSession = new AtomicInteger();
    private final LongAdder lostSessions = new LongAdder();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean ended;

    /// Peers that deliver as fast as they are answered, or `perSecond` messages together if that is not 0, once they
    /// are told where to.
    LedgerPeers(int sessions, long seed, int perSecond, LedgerPeer.MessageSizes sizes) {
        long nanosEach = perSecond == 0 ? 0 : 1_000_000_000L * sessions / perSecond;
        for (int session = 0; session < sessions; session++) {
            LedgerPeer peer = new LedgerPeer(ledger, seed + "-" + session, seed * 1_000 + session, sizes);
            threads.add(Thread.ofVirtual().name("peer " + session).start(() -> run(peer, nanosEach)));
        }
    }

    SmtpLedger ledger() {
        return ledger;
    }

    /// How many sessions ended without a reply.
    long lostSessions() {
        return lostSessions.sum();
    }

    /// Tells where the archive is now; 0 for nowhere.
    void deliverTo(int now) {
        port.set(now);
    }

    /// Returns when nobody delivers any more: what was answered has been written down.
    void pause() throws InterruptedException {
        port.set(0);
        while (inSession.get() > 0) Thread.sleep(5);
    }

    private void run(LedgerPeer peer, long nanosEach) {
        Pace pace = new Pace(nanosEach);
        while (!ended) {
            inSession.incrementAndGet();
            int now = port.get();
            try {
                if (now != 0) deliver(peer, now, pace);
            } catch (IOException serverIsGone) {
                lostSessions.increment();
            } finally {
                inSession.decrementAndGet();
            }
            LockSupport.parkNanos(AGAIN_NANOS);
        }
    }

    private void deliver(LedgerPeer peer, int now, Pace pace) throws IOException {
        try (ScriptedPeer session = ScriptedPeer.connect(now)) {
            if (!session.reply().startsWith("220")
                    || !session.ask("EHLO peer.example").startsWith("250")) throw new IOException("not greeted");
            while (!ended && port.get() == now) {
                pace.await();
                if (!peer.deliver(session)) break;
                pace.delivered();
            }
        }
    }

    /// When the next message of a session is due.
    private static final class Pace {
        private final long nanosEach;
        private long due = System.nanoTime();

        private Pace(long nanosEach) {
            this.nanosEach = nanosEach;
        }

        private void await() {
            LockSupport.parkNanos(due - System.nanoTime());
        }

        private void delivered() {
            due = Math.max(due + nanosEach, System.nanoTime() - BACKLOG_NANOS);
        }
    }

    /// Returns when no session is left, and so nothing is heard any more.
    @Override
    public void close() {
        ended = true;
        try {
            for (Thread thread : threads) thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
