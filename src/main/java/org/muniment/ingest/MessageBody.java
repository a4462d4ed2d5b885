package org.muniment.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveIsFull;
import org.muniment.archive.ArchiveIsReadOnly;
import org.muniment.archive.CaptureWasNotForced;
import org.muniment.archive.Envelope;
import org.muniment.archive.Incoming;
import org.muniment.archive.MessageIsTooLarge;
import org.muniment.archive.Receipt;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This is a body on its way from the wire into the archive. Writing never fails: after the first trouble the rest is
/// swallowed, for what a peer goes on sending is still the body and must never be read as commands. What it was is
/// known at the end.
final class MessageBody extends OutputStream {
    private static final Logger LOG = LoggerFactory.getLogger(MessageBody.class);

    private final Optional<Incoming> incoming;
    private final OutputStream sink;
    private final long bytesMax;
    private Optional<SmtpReply> refusal;
    private long bytes;

    private MessageBody(Optional<Incoming> incoming, long bytesMax, Optional<SmtpReply> refusal) {
        this.incoming = incoming;
        this.sink = incoming.map(Incoming::body).orElseGet(OutputStream::nullOutputStream);
        this.bytesMax = bytesMax;
        this.refusal = refusal;
    }

    /// Begins a capture; if the archive takes none now, the body is refused from the start.
    static MessageBody into(Archive archive, Envelope envelope, long bytesMax) {
        try {
            return new MessageBody(Optional.of(archive.receive(envelope)), bytesMax, Optional.empty());
        } catch (RuntimeException trouble) {
            return refused(replyTo(trouble));
        }
    }

    /// A body that goes nowhere.
    static MessageBody refused(SmtpReply reply) {
        return new MessageBody(Optional.empty(), Long.MAX_VALUE, Optional.of(reply));
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
        bytes += length;
        if (refusal.isPresent()) return;
        if (bytes > bytesMax) {
            refuse(SmtpReply.TOO_LARGE);
            return;
        }
        try {
            sink.write(buffer, offset, length);
        } catch (IOException | RuntimeException trouble) {
            refuse(replyTo(trouble));
        }
    }

    /// Gives the body up; what follows of it is swallowed.
    void refuse(SmtpReply reply) {
        if (refusal.isEmpty()) refusal = Optional.of(reply);
        close();
    }

    Optional<SmtpReply> refusal() {
        return refusal;
    }

    CompletableFuture<Receipt> commit() {
        return incoming.orElseThrow().commit();
    }

    /// What a peer is told when the archive did not take a message: to try again, and nothing else.
    static SmtpReply replyTo(Throwable trouble) {
        return switch (trouble) {
            case MessageIsTooLarge tooLarge -> SmtpReply.TOO_LARGE;
            case ArchiveIsFull full -> SmtpReply.NO_ROOM;
            case ArchiveIsReadOnly readOnly -> SmtpReply.BUSY;
            case CaptureWasNotForced notForced -> SmtpReply.LOCAL_ERROR;
            default -> {
                LOG.error("A message could not be taken; its sender was asked to try again", trouble);
                yield SmtpReply.LOCAL_ERROR;
            }
        };
    }

    @Override
    public void close() {
        incoming.ifPresent(Incoming::close);
    }
}
