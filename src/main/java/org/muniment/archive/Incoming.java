package org.muniment.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;
import org.muniment.archive.Intake.CapturePath;

/// This is a capture on its way in. Write the raw bytes, then commit; one thread at a time.
public final class Incoming implements AutoCloseable {
    private final Envelope envelope;
    private final RecordSecrets secrets;
    private final byte[] envelopeBytes;
    private final Reception reception;
    private final Intake intake;
    private final OutputStream body = new Body();
    private boolean ended;

    Incoming(Envelope envelope, RecordSecrets secrets, byte[] envelopeBytes, CapturePath path, Reception reception) {
        this.envelope = envelope;
        this.secrets = secrets;
        this.envelopeBytes = envelopeBytes;
        this.reception = reception;
        this.intake = reception.intake(secrets, envelopeBytes, path);
    }

    /// Takes the raw bytes. Throws [MessageIsTooLarge] beyond the limit.
    public OutputStream body() {
        return body;
    }

    /// Ends the body and queues the capture. The future completes when the capture is on disk, or with an
    /// [ArchiveRefusal]. It completes on the one thread that writes: work chained to it must be short, or run
    /// elsewhere.
    public CompletableFuture<Receipt> commit() {
        if (ended) throw new IllegalStateException("this capture was committed or abandoned before");
        ended = true;
        try {
            return reception.commit(envelope, secrets, envelopeBytes, intake);
        } catch (RuntimeException e) {
            abandon();
            throw e;
        }
    }

    /// Abandons what was not committed.
    @Override
    public void close() {
        if (!ended) abandon();
        ended = true;
    }

    private void abandon() {
        try {
            intake.abandon();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Notes when the archive itself fails with the bytes, not the one who sends them.
    private final class Body extends OutputStream {
        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            if (ended) throw new IOException("this capture was committed or abandoned before");
            try {
                intake.write(bytes, offset, length);
            } catch (MessageIsTooLarge refusal) {
                throw refusal;
            } catch (IOException | RuntimeException e) {
                reception.failed(envelope);
                throw e;
            }
        }
    }
}
