package org.muniment.ingest;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.muniment.alarm.Alarms;
import org.muniment.archive.Archive;
import org.muniment.certificate.ServerCertificate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This is the journal: the SMTP server that mail servers deliver every message to. It says 250 when, and only when,
/// the message is on disk; whatever goes wrong inside is a 4xx, so that the peer keeps the message and tries again.
/// It sends no mail, and no bounce either.
///
/// Each session runs on a thread of its own with two small buffers: the memory it takes does not depend on the size
/// of a message. `docs/adr/0010-own-smtp-receiver.md` says why it is our own.
public final class SmtpReceiver implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpReceiver.class);
    private static final int BACKLOG = 512;
    private static final Duration WATCH_EVERY = Duration.ofMillis(250);

    private final Journal journal;
    private final ServerSocket door;
    private final Set<SmtpSession> sessions = ConcurrentHashMap.newKeySet();
    private final ConcurrentHashMap<InetAddress, Integer> sessionsByPeer = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofPlatform().daemon().name("smtp-", 0).factory());

    private final CertificateWatch certificateWatch;

    private SmtpReceiver(Journal journal, CertificateWatch certificateWatch) throws IOException {
        this.journal = journal;
        this.certificateWatch = certificateWatch;
        this.door = new ServerSocket();
        door.setReuseAddress(true);
        door.bind(journal.settings().listenOn(), BACKLOG);
    }

    /// Listens from now on. Throws IOException if the port is taken, [CertificateIsUnusable] if TLS cannot be offered.
    public static SmtpReceiver start(
            Archive archive, SmtpSettings settings, Alarms alarms, InstantSource clock, SecureRandom random)
            throws IOException {
        var certificate = ServerCertificate.open(settings.tls(), List.of(settings.hostName()), clock.instant(), random);
        SmtpReceiver receiver = new SmtpReceiver(
                new Journal(archive, alarms, clock, settings, certificate.context(random)),
                new CertificateWatch(certificate, settings.tls(), alarms, clock));
        Thread.ofPlatform().daemon().name("smtp-watch").start(receiver::watch);
        Thread.ofPlatform().daemon().name("smtp-door").start(receiver::acceptPeers);
        return receiver;
    }

    public int port() {
        return door.getLocalPort();
    }

    /// Takes no more peers, lets messages in hand be finished for a while, and ends all sessions with 421.
    @Override
    public void close() throws IOException {
        door.close();
        // After this no session begins, so that none is overlooked.
        threads.shutdown();
        sessions.forEach(SmtpSession::close);
        try {
            if (!threads.awaitTermination(journal.limits().closeGrace().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.warn("{} SMTP sessions were cut in the middle of a message", sessions.size());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        sessions.forEach(session -> session.socket().cut());
        threads.close();
    }

    private void acceptPeers() {
        while (!door.isClosed()) {
            try {
                admit(door.accept());
            } catch (IOException | RejectedExecutionException | OutOfMemoryError trouble) {
                if (door.isClosed()) return;
                // Out of file descriptors or threads, most likely: those who are in will leave.
                LOG.error("No new SMTP session could be opened", trouble);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(WATCH_EVERY);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void admit(Socket peer) throws IOException {
        int here = sessionsByPeer.merge(peer.getInetAddress(), 1, Integer::sum);
        boolean begun = false;
        try {
            Optional<SmtpReply> refusal = refusal(here);
            if (refusal.isPresent()) turnAway(peer, refusal.get());
            else begin(peer);
            begun = refusal.isEmpty();
        } finally {
            // A session that has begun leaves when it ends.
            if (!begun) {
                leave(peer.getInetAddress());
                peer.close();
            }
        }
    }

    private Optional<SmtpReply> refusal(int sessionsOfPeer) {
        boolean full = sessions.size() >= journal.limits().sessionsMax();
        if (full || journal.archive().readOnlyReason().isPresent()) return Optional.of(SmtpReply.BUSY);
        if (sessionsOfPeer > journal.limits().sessionsPerPeerMax()) return Optional.of(SmtpReply.TOO_MANY_SESSIONS);
        return Optional.empty();
    }

    /// A new connection has room for one line in its send buffer: this never waits for the peer.
    private static void turnAway(Socket peer, SmtpReply reply) throws IOException {
        peer.getOutputStream().write((reply.text() + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    private void begin(Socket peer) throws IOException {
        peer.setTcpNoDelay(true);
        SmtpSession session = new SmtpSession(journal, peer);
        sessions.add(session);
        try {
            threads.execute(() -> run(session));
        } catch (RejectedExecutionException | OutOfMemoryError noThread) {
            sessions.remove(session);
            throw noThread;
        }
    }

    private void run(SmtpSession session) {
        try {
            session.run();
        } finally {
            sessions.remove(session);
            leave(session.socket().address());
        }
    }

    private void leave(InetAddress address) {
        sessionsByPeer.computeIfPresent(address, (peer, count) -> count == 1 ? null : count - 1);
    }

    private void watch() {
        while (!threads.isTerminated()) {
            long now = System.nanoTime();
            sessions.forEach(session -> session.socket().endIfLate(now));
            certificateWatch.look();
            pause();
        }
    }
}
