package org.muniment.message;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// This keeps the failures of a capture's own stream apart from what readers throw over bad mail: they pass
/// unchecked.
final class CaptureStream extends FilterInputStream {
    CaptureStream(InputStream raw) {
        super(raw);
    }

    @Override
    public int read() {
        try {
            return in.read();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
        try {
            return in.read(bytes, offset, length);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
