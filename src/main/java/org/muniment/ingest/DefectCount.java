package org.muniment.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.Pipe;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.muniment.message.MailParser;
import org.muniment.message.ParsedCapture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// This counts the messages with defects, on a second processor, beside the import. Nothing depends on it but a
/// number in the report: the bytes are the record, whatever the parser makes of them.
final class DefectCount implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DefectCount.class);
    private static final int WAITING_BYTES_MAX = 16 << 20;

    private final ExecutorService examiner = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("import-defects").factory());
    private final Semaphore room = new Semaphore(WAITING_BYTES_MAX);
    private final AtomicLong count = new AtomicLong();

    /// Examines a message; waits if too many are waiting.
    void examine(byte[] raw) {
        room.acquireUninterruptibly(raw.length);
        examiner.execute(() -> {
            try {
                examine(new ByteArrayInputStream(raw));
            } finally {
                room.release(raw.length);
            }
        });
    }

    /// Examines a message of any size as it is written.
    OutputStream examineStream() throws IOException {
        Pipe pipe = Pipe.open();
        examiner.execute(() -> examine(Channels.newInputStream(pipe.source())));
        return new Examined(Channels.newOutputStream(pipe.sink()));
    }

    private void examine(InputStream raw) {
        try (raw) {
            ParsedCapture parsed = MailParser.parse(raw);
            boolean defective = !parsed.defects().isEmpty()
                    || parsed.messages().stream()
                            .anyMatch(message -> !message.defects().isEmpty());
            if (defective) count.incrementAndGet();
        } catch (IOException | RuntimeException | StackOverflowError failure) {
            LOG.error("A message could not be examined for defects; it is kept all the same", failure);
            count.incrementAndGet();
        }
    }

    /// The number so far; the final one, once everything given was examined.
    long count() {
        examiner.shutdown();
        try {
            if (!examiner.awaitTermination(1, TimeUnit.HOURS)) LOG.error("Examining for defects did not end");
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return count.get();
    }

    @Override
    public void close() {
        examiner.shutdownNow();
    }

    /// This is the near end of a pipe whose far end may be given up; the message goes on without it.
    private static final class Examined extends OutputStream {
        private final OutputStream pipe;
        private boolean givenUp;

        Examined(OutputStream pipe) {
            this.pipe = pipe;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] buffer, int from, int length) {
            try {
                if (!givenUp) pipe.write(buffer, from, length);
            } catch (IOException examinerIsGone) {
                givenUp = true;
            }
        }

        @Override
        public void close() throws IOException {
            pipe.close();
        }
    }
}
