package org.muniment.ingest;

import java.io.IOException;
import java.util.Optional;
import org.muniment.archive.Peer;

/// This is how bodies come in: DATA (RFC 5321 §4.1.1.4) and BDAT (RFC 3030). Every byte of a body is read, whatever
/// becomes of it.
final class SmtpBodies {
    private final Journal journal;
    private final PeerSocket socket;
    private final SmtpWire wire;
    private final SmtpTransaction transaction;

    SmtpBodies(Journal journal, PeerSocket socket, SmtpWire wire, SmtpTransaction transaction) {
        this.journal = journal;
        this.socket = socket;
        this.wire = wire;
        this.transaction = transaction;
    }

    SmtpReply data(Peer peer) throws IOException {
        Optional<SmtpReply> refusal = refusal();
        if (refusal.isEmpty() && transaction.body().isPresent()) refusal = Optional.of(SmtpReply.CHUNKS_OPEN);
        if (refusal.isEmpty()) {
            refusal = begin(peer).refusal();
            if (refusal.isPresent()) transaction.close();
        }
        if (refusal.isPresent()) {
            // A peer that did not wait for this reply has sent a body, which must not be run as commands.
            return wire.hasInput() ? SmtpReply.OUT_OF_STEP : refusal.get();
        }
        wire.reply(SmtpReply.DATA_EXPECTED);
        wire.readDotted(transaction.body().orElseThrow(), transaction.pace());
        return end();
    }

    SmtpReply chunk(SmtpChunk chunk, Peer peer) throws IOException {
        Optional<SmtpReply> refusal = refusal();
        if (refusal.isPresent()) {
            wire.readChunk(chunk.bytes(), MessageBody.refused(refusal.get()), new BodyPace(journal.limits()));
            return refusal.get();
        }
        MessageBody body = transaction.body().isPresent() ? transaction.body().get() : begin(peer);
        if (transaction.pace().isOver()) return SmtpReply.TOO_SLOW;
        wire.readChunk(chunk.bytes(), body, transaction.pace());
        return chunk.isLast() ? end() : body.refusal().orElse(SmtpReply.OK);
    }

    private Optional<SmtpReply> refusal() {
        try {
            transaction.requireRecipients();
            return Optional.empty();
        } catch (CommandRefused refused) {
            return Optional.of(refused.reply());
        }
    }

    private MessageBody begin(Peer peer) {
        return transaction.begin(
                journal.begin(transaction.envelope(journal.settings().source(), peer)));
    }

    private SmtpReply end() {
        socket.allow(journal.limits().acknowledgementMax().multipliedBy(2));
        SmtpReply reply = journal.acknowledge(transaction.body().orElseThrow());
        if (reply.equals(SmtpReply.TOO_LARGE)) journal.alarmTooLarge(socket.address());
        transaction.close();
        return reply;
    }
}
