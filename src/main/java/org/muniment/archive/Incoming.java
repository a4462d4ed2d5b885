package org.muniment.archive;

import java.io.OutputStream;
import java.util.concurrent.CompletableFuture;

/// This is a capture on its way in. Write the raw bytes, then commit; one thread at a time.
@SuppressWarnings("DoNotCallSuggester")
public final class Incoming implements AutoCloseable {
    Incoming() {}

    /// Takes the raw bytes. Throws [MessageIsTooLarge] beyond the limit.
    public OutputStream body() {
        throw new IllegalStateException("not yet");
    }

    /// Ends the body and queues the capture. The future completes when the capture is on disk, or with an
    /// [ArchiveRefusal]. Work chained to it must be short, or run elsewhere.
    public CompletableFuture<Receipt> commit() {
        throw new IllegalStateException("not yet");
    }

    /// Abandons what was not committed.
    @Override
    public void close() {
        throw new IllegalStateException("not yet");
    }
}
