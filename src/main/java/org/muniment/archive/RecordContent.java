package org.muniment.archive;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/// What a body holds once it is opened: the salt, the length of the envelope, the envelope, the raw bytes.
final class RecordContent {
    static final int HEAD_FIXED_BYTES = RecordSecrets.SALT_BYTES + Integer.BYTES;
    static final int HEAD_BYTES_MAX = HEAD_FIXED_BYTES + EnvelopeText.SIZE_BYTES_MAX;

    private RecordContent() {}

    static byte[] head(byte[] salt, byte[] envelope) {
        if (envelope.length > EnvelopeText.SIZE_BYTES_MAX)
            throw new IllegalArgumentException("an envelope has at most " + EnvelopeText.SIZE_BYTES_MAX + " bytes");
        return ByteBuffer.allocate(HEAD_FIXED_BYTES + envelope.length)
                .put(salt)
                .putInt(envelope.length)
                .put(envelope)
                .array();
    }

    /// Reads the salt and the envelope; the raw bytes are what is left in the stream.
    static Head readHead(InputStream content, String place) throws IOException {
        var from = new DataInputStream(content);
        try {
            byte[] salt = new byte[RecordSecrets.SALT_BYTES];
            from.readFully(salt);
            int length = from.readInt();
            if (length < 0 || length > EnvelopeText.SIZE_BYTES_MAX)
                throw new StoreIsDamaged(place + ": the envelope has an impossible length");
            byte[] envelope = new byte[length];
            from.readFully(envelope);
            return new Head(salt, envelope);
        } catch (EOFException e) {
            throw new StoreIsDamaged(place + ": the body ends too early", e);
        }
    }

    /// The part before the raw bytes.
    static final class Head {
        private final byte[] salt;
        private final byte[] envelope;

        Head(byte[] salt, byte[] envelope) {
            this.salt = salt;
            this.envelope = envelope;
        }

        byte[] salt() {
            return salt;
        }

        byte[] envelope() {
            return envelope;
        }
    }
}
