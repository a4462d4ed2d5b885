package org.muniment.ingest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniment.archive.Channel;
import org.muniment.archive.Envelope;
import org.muniment.archive.Peer;

/// This is the message in the making of one session: its sender, its recipients, and its body once that has begun. It
/// refuses what comes in the wrong order (RFC 5321 §4.1.4, RFC 3030 §2).
final class SmtpTransaction {
    private final SmtpLimits limits;
    private final List<String> recipients = new ArrayList<>();
    private String sender = "";
    private Instant startedAt = Instant.EPOCH;
    private volatile boolean open;
    private Optional<MessageBody> body = Optional.empty();
    private BodyPace pace;

    SmtpTransaction(SmtpLimits limits) {
        this.limits = limits;
        this.pace = new BodyPace(limits);
    }

    /// May be asked from any thread.
    boolean isOpen() {
        return open;
    }

    void requireNone() {
        if (open) throw new CommandRefused(SmtpReply.TRANSACTION_OPEN);
    }

    void open(String from, Instant now) {
        sender = from;
        startedAt = now;
        open = true;
    }

    void requireOpen() {
        if (!open) throw new CommandRefused(SmtpReply.SENDER_MISSING);
    }

    void addRecipient(String address) {
        requireNoBody();
        if (recipients.size() >= limits.recipientsMax()) throw new CommandRefused(SmtpReply.TOO_MANY_RECIPIENTS);
        recipients.add(address);
    }

    void requireRecipients() {
        requireOpen();
        if (recipients.isEmpty()) throw new CommandRefused(SmtpReply.RECIPIENT_MISSING);
    }

    /// A body begun with BDAT is not ended by DATA.
    void requireNoBody() {
        if (body.isPresent()) throw new CommandRefused(SmtpReply.CHUNKS_OPEN);
    }

    Envelope envelope(String source, Peer peer) {
        return new Envelope(source, Channel.SMTP, Optional.of(sender), recipients, peer, startedAt);
    }

    Optional<MessageBody> body() {
        return body;
    }

    /// The time of the body, which begins with it.
    BodyPace pace() {
        return pace;
    }

    MessageBody begin(MessageBody begun) {
        body = Optional.of(begun);
        pace = new BodyPace(limits);
        return begun;
    }

    /// Gives up what was not committed, and forgets the rest.
    void close() {
        body.ifPresent(MessageBody::close);
        body = Optional.empty();
        recipients.clear();
        open = false;
    }
}
