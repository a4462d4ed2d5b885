package org.muniment.ingest;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This is one peer's session, on a thread of its own, from the banner to the last word. It ends a peer that
/// errs, idles or stays too long.
final class SmtpSession implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(SmtpSession.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final SmtpLimits limits;
    private final PeerSocket socket;
    private final SmtpWire wire;
    private final SmtpDialogue dialogue;
    private final Journal journal;
    private final long startedAt = System.nanoTime();
    private volatile boolean closing;
    private boolean ended;
    private int errors;

    SmtpSession(Journal journal, Socket accepted) throws IOException {
        this.journal = journal;
        this.limits = journal.limits();
        this.socket = new PeerSocket(accepted, limits.commandWait());
        this.wire = new SmtpWire(socket);
        this.dialogue = new SmtpDialogue(journal, socket, wire);
    }

    PeerSocket socket() {
        return socket;
    }

    /// Asks the session to end: at once if no message is in hand, else after it. May be called from any thread.
    void close() {
        closing = true;
        if (!dialogue.hasMessageInHand()) socket.endInput();
    }

    @Override
    public void run() {
        try {
            wire.reply(SmtpReply.banner(journal.settings().hostName()));
            while (!ended) step();
        } catch (EOFException peerHasGone) {
            if (socket.isInputEnded()) say(closing ? SmtpReply.BUSY : SmtpReply.TOO_SLOW);
        } catch (IOException connectionBroke) {
            LOG.debug("Connection with {} broke: {}", socket.name(), connectionBroke.toString());
        } catch (RuntimeException mistake) {
            LOG.error("A session with {} was ended by an internal error", socket.name(), mistake);
            say(SmtpReply.BUSY);
        } finally {
            dialogue.reset();
            finish();
        }
    }

    private void step() throws IOException {
        if (closing && !dialogue.hasMessageInHand()) {
            reply(SmtpReply.BUSY);
            return;
        }
        if (isTooLong()) {
            reply(SmtpReply.TOO_LONG);
            return;
        }
        try {
            SmtpCommand command = SmtpCommand.parse(wire.readLine(limits.commandBytesMax(), limits.commandWait()));
            reply(dialogue.carryOut(command));
        } catch (CommandRefused refused) {
            reply(refused.reply());
        }
        if (!ended && errors > limits.errorsMax()) reply(SmtpReply.TOO_MANY_ERRORS);
        if (!ended && dialogue.idleCommands() > limits.idleCommandsMax()) reply(SmtpReply.TOO_MANY_COMMANDS);
    }

    private boolean isTooLong() {
        long most = limits.sessionTime().toNanos();
        return System.nanoTime() - startedAt > (dialogue.hasMessageInHand() ? 2 * most : most);
    }

    private void reply(SmtpReply reply) throws IOException {
        if (reply.blamesPeer()) errors++;
        ended |= reply.closes();
        wire.reply(reply);
        if (reply.equals(SmtpReply.TLS_READY)) {
            dialogue.secured(wire.startTls(journal.tls(), limits.commandWait()));
        }
    }

    private void say(SmtpReply reply) {
        try {
            wire.reply(reply);
        } catch (IOException nobodyListens) {
            socket.cut();
        }
    }

    private void finish() {
        try {
            wire.close(LAST_WORDS);
        } catch (IOException nobodyListens) {
            LOG.debug("{} did not hear the last reply", socket.name());
        }
        socket.cut();
    }
}
