package org.muniment.archive;

import java.nio.ByteBuffer;

/// A 256-bit key wrapped by another one (AES-KW, RFC 3394): 40 bytes that are worth nothing without the other.
final class WrappedKey {
    static final int SIZE_BYTES = 40;

    private final byte[] bytes;

    WrappedKey(byte[] bytes) {
        if (bytes.length != SIZE_BYTES) throw new IllegalArgumentException("a wrapped key has 40 bytes");
        this.bytes = bytes;
    }

    static WrappedKey read(ByteBuffer from, int offset) {
        byte[] bytes = new byte[SIZE_BYTES];
        from.get(offset, bytes);
        return new WrappedKey(bytes);
    }

    byte[] bytes() {
        return bytes.clone();
    }
}
