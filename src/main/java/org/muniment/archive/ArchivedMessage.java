package org.muniment.archive;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

/// This is one capture as it is kept: its bytes, exactly, and what was known when it came.
@SuppressWarnings("DoNotCallSuggester")
public final class ArchivedMessage {
    ArchivedMessage() {}

    public AccessionNumber accession() {
        throw new IllegalStateException("not yet");
    }

    public Envelope envelope() {
        throw new IllegalStateException("not yet");
    }

    public Instant capturedAt() {
        throw new IllegalStateException("not yet");
    }

    /// Size of the raw bytes.
    public long sizeBytes() {
        throw new IllegalStateException("not yet");
    }

    /// Returns the raw bytes as they came. May be opened again and again; needs constant memory at any size.
    public InputStream open() throws IOException {
        throw new IllegalStateException("not yet");
    }

    /// Returns the 32 bytes that, before the raw bytes, give the content hash of the public entry.
    public byte[] salt() {
        throw new IllegalStateException("not yet");
    }

    /// Returns the public text of the log entry: its leaf is `SHA-256(0x00 || text)`.
    public byte[] entryText() {
        throw new IllegalStateException("not yet");
    }

    /// Returns the encrypted envelope's bytes, for `SHA-256(salt || envelope)`, JSON.
    public byte[] envelopeBytes() {
        throw new IllegalStateException("not yet");
    }
}
