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

    private final SmtpLedger ledger = new SmtpLedger();
    private final AtomicInteger port = new AtomicInteger();
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

    private void run(LedgerPeer peer, long nanosEach) {
        long next = System.nanoTime();
        while (!ended) {
            int now = port.get();
            if (now == 0) {
                LockSupport.parkNanos(AGAIN_NANOS);
                continue;
            }
            try (ScriptedPeer session = ScriptedPeer.connect(now)) {
                if (!session.reply().startsWith("220")
                        || !session.ask("EHLO peer.example").startsWith("250")) throw new IOException("not greeted");
                while (!ended && port.get() == now) {
                    next = Math.max(next + nanosEach, System.nanoTime() - 5_000_000_000L);
                    LockSupport.parkNanos(next - System.nanoTime());
                    if (!peer.deliver(session)) break;
                }
            } catch (IOException serverIsGone) {
                lostSessions.increment();
            }
            LockSupport.parkNanos(AGAIN_NANOS);
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
