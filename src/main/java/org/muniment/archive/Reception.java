package org.muniment.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongFunction;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;
import org.muniment.archive.Intake.CapturePath;
import org.muniment.merklelog.Hash;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes records of what comes in, and hands them to the committer.
final class Reception {
    private static final Logger LOG = LoggerFactory.getLogger(Reception.class);

    private final Workbenches benches;
    private final SpoolRoom spool;
    private final SecureRandom random;
    private final Committer committer;
    private final Repetitions repetitions;
    private final Leaving leaving;
    private final Alarms alarms;
    private final Poison poison = new Poison();

    Reception(
            Workbenches benches,
            SpoolRoom spool,
            SecureRandom random,
            Committer committer,
            Repetitions repetitions,
            Leaving leaving,
            Alarms alarms) {
        this.benches = benches;
        this.spool = spool;
        this.random = random;
        this.committer = committer;
        this.repetitions = repetitions;
        this.leaving = leaving;
        this.alarms = alarms;
    }

    Incoming receive(Envelope envelope) {
        var secrets = RecordSecrets.random(random);
        byte[] envelopeBytes = EnvelopeText.of(envelope);
        return new Incoming(envelope, secrets, envelopeBytes, poison.path(envelope), this);
    }

    Intake intake(RecordSecrets secrets, byte[] envelope, CapturePath path) {
        return new Intake(secrets, envelope, spool, path);
    }

    CompletableFuture<Receipt> commit(Envelope envelope, RecordSecrets secrets, byte[] envelopeBytes, Intake intake) {
        Intake.Finished finished = finish(envelope, intake);
        Hash envelopeHash = salted(secrets.salt(), envelopeBytes);
        long size = intake.rawBytes();
        var identity = CaptureIdentity.of(envelope, finished.rawSha256());
        return repetitions.write(identity, new Repetitions.Delivery() {
            @Override
            public CompletableFuture<Long> capture() {
                return submit(
                        finished.seal(),
                        finished.body(),
                        time -> new EntryFields.CaptureFields(
                                time, envelope.source(), size, finished.content(), envelopeHash),
                        PendingRecord.Before.NOTHING);
            }

            @Override
            public CompletableFuture<Long> repeats(AccessionNumber original) {
                return submitText(
                        RecordType.DUPLICATE,
                        envelopeBytes,
                        (time, hash) ->
                                new EntryFields.DuplicateFields(time, envelope.source(), original.index(), hash),
                        leaving.require(original));
            }

            @Override
            public void isNotKept() {
                close(finished.body());
            }
        });
    }

    /// Tries three times, then without anything that could fail.
    private Intake.Finished finish(Envelope envelope, Intake intake) {
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt > Poison.FAILURES_MAX && intake.isRepeatable();
            try {
                return finished(envelope, intake.finish(benches, last ? CapturePath.MINIMAL : poison.path(envelope)));
            } catch (IOException | RuntimeException e) {
                LOG.error("A message could not be prepared for the store, attempt {}", attempt, e);
                if (last || !intake.isRepeatable()) {
                    poison.failed(envelope);
                    throw e instanceof RuntimeException unchecked
                            ? unchecked
                            : new UncheckedIOException((IOException) e);
                }
            }
        }
    }

    private Intake.Finished finished(Envelope envelope, Intake.Finished finished) {
        poison.succeeded(envelope);
        if ((finished.seal().flags() & RecordHeader.MINIMAL) != 0)
            alarms.raise(
                    AlarmKind.CAPTURED_MINIMALLY,
                    "A message from the source " + envelope.source() + " was captured by the minimal path.");
        return finished;
    }

    void failed(Envelope envelope) {
        poison.failed(envelope);
    }

    CompletableFuture<Long> record(LifecycleEvent event, PendingRecord.Before before) {
        return submitText(RecordType.LIFECYCLE, EnvelopeText.of(event), EntryFields.LifecycleFields::new, before);
    }

    private CompletableFuture<Long> submitText(
            RecordType type, byte[] text, EntryOf entry, PendingRecord.Before before) {
        var secrets = RecordSecrets.random(random);
        byte[] content = RecordContent.head(secrets.salt(), text);
        var seal = BodySeal.compressedWithDictionary(type, secrets);
        var body = new SealedBody(spool);
        benches.with(bench -> {
            bench.seal(content, content.length, seal, body);
            return seal;
        });
        Hash hash = salted(secrets.salt(), text);
        return submit(seal, body, time -> entry.at(time, hash), before);
    }

    private CompletableFuture<Long> submit(
            BodySeal seal, SealedBody body, LongFunction<EntryFields> entry, PendingRecord.Before before) {
        var pending = new PendingRecord(seal, body, entry, before);
        committer.submit(pending);
        return pending.onDisk();
    }

    private Hash salted(byte[] salt, byte[] text) {
        return benches.with(bench -> bench.salted(salt, text, 0, text.length));
    }

    private static void close(SealedBody body) {
        try {
            body.close();
        } catch (IOException e) {
            LOG.warn("A spool file could not be deleted; the next start does it", e);
        }
    }

    private interface EntryOf {
        EntryFields at(long timeMicros, Hash text);
    }
}
