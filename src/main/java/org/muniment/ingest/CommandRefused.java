package org.muniment.ingest;

/// This is thrown by the handling of a command that is not carried out; it carries what the peer is told.
final class CommandRefused extends RuntimeException {
    private final SmtpReply reply;

    CommandRefused(SmtpReply reply) {
        super(reply.text(), null, false, false);
        this.reply = reply;
    }

    SmtpReply reply() {
        return reply;
    }
}
