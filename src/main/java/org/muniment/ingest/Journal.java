package org.muniment.ingest;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.net.InetAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;
import org.muniment.archive.Archive;
import org.muniment.archive.ArchiveRefusal;
import org.muniment.archive.Envelope;
import org.muniment.archive.Receipt;

/// This is what every session of the receiver works with, and the one place where a 250 is earned.
record Journal(Archive archive, Alarms alarms, InstantSource clock, SmtpSettings settings, SSLContext tls) {
    /// From the end of a message to its being on disk.
    private static final Timer ACCEPT = Timer.builder("muniment.journal.accept")
            .description("From the end of a message to its being on disk")
            .publishPercentileHistogram()
            .register(Metrics.globalRegistry);

    SmtpLimits limits() {
        return settings.limits();
    }

    /// Refuses a message at its beginning, while the archive would take none.
    void requireReady() {
        try {
            archive.requireRoom();
        } catch (ArchiveRefusal refusal) {
            throw new CommandRefused(MessageBody.replyTo(refusal));
        }
    }

    MessageBody begin(Envelope envelope) {
        return MessageBody.into(archive, envelope, limits().messageBytesMax());
    }

    /// Ends a body and returns what its sender is told: 250 only once the capture is on disk (RFC 5321 §6.1).
    SmtpReply acknowledge(MessageBody body) {
        if (body.refusal().isPresent()) return body.refusal().get();
        try {
            long begin = System.nanoTime();
            SmtpReply kept = reply(await(body.commit()));
            ACCEPT.record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
            return kept;
        } catch (ExecutionException failure) {
            return MessageBody.replyTo(failure.getCause() == null ? failure : failure.getCause());
        } catch (TimeoutException | RuntimeException trouble) {
            return MessageBody.replyTo(trouble);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return SmtpReply.LOCAL_ERROR;
        }
    }

    private Receipt await(CompletableFuture<Receipt> receipt)
            throws InterruptedException, ExecutionException, TimeoutException {
        Duration slow = limits().acknowledgementSlow();
        try {
            return receipt.get(slow.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            alarms.raise(
                    AlarmKind.ACKNOWLEDGEMENT_SLOW,
                    "A message was not on disk " + slow.toSeconds() + " seconds after it had come.");
            return receipt.get(limits().acknowledgementMax().minus(slow).toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private static SmtpReply reply(Receipt receipt) {
        return SmtpReply.kept(receipt.accession().index());
    }

    void alarmTooLarge(InetAddress peer) {
        alarms.raise(
                AlarmKind.MESSAGE_TOO_LARGE,
                "A message from " + peer.getHostAddress() + " was over the limit of " + limits().messageBytesMax()
                        + " bytes.");
    }
}
