package org.muniment.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// This is one stream of a sandboxed program, read up to a limit; over it the program is ended.
final class BoundedOutput {
    private final InputStream stream;
    private final long bytesMax;
    private final Process process;
    private volatile boolean overflowed;

    BoundedOutput(InputStream stream, long bytesMax, Process process) {
        this.stream = stream;
        this.bytesMax = bytesMax;
        this.process = process;
    }

    byte[] read() {
        byte[] bytes = upTo(bytesMax);
        if (isAtEnd()) return bytes;
        overflowed = true;
        process.destroyForcibly();
        return bytes;
    }

    /// For what only a person reads: more than the limit is dropped, and the program goes on.
    byte[] readAndDropTheRest() {
        byte[] bytes = upTo(bytesMax);
        try {
            stream.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (IOException ended) {
            return bytes;
        }
        return bytes;
    }

    boolean overflowed() {
        return overflowed;
    }

    static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }

    private byte[] upTo(long count) {
        try {
            return stream.readNBytes(Math.toIntExact(count));
        } catch (IOException ended) {
            return new byte[0];
        }
    }

    private boolean isAtEnd() {
        try {
            return stream.read() < 0;
        } catch (IOException ended) {
            return true;
        }
    }
}
