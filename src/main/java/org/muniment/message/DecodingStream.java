package org.muniment.message;

import java.io.IOException;
import java.io.InputStream;

/// This is the decoded side of an encoded body. Nothing in the encoding makes it fail; `isBroken` tells
/// afterwards.
abstract class DecodingStream extends InputStream {
    private static final int CHUNK_BYTES = 8192;

    private final InputStream encoded;
    private final byte[] in = new byte[CHUNK_BYTES];
    private final byte[] out = new byte[2 * CHUNK_BYTES];
    private int position;
    private int limit;
    private boolean finished;

    DecodingStream(InputStream encoded) {
        this.encoded = encoded;
    }

    /// Decodes one chunk into `out`, which has twice its room. Returns how many bytes came out.
    abstract int decode(byte[] in, int length, byte[] out);

    /// Puts out what the end of the input leaves.
    abstract int finish(byte[] out);

    abstract boolean isBroken();

    @Override
    public int read() throws IOException {
        return fill() ? out[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (length == 0) return 0;
        if (!fill()) return -1;
        int count = Math.min(length, limit - position);
        System.arraycopy(out, position, buffer, offset, count);
        position += count;
        return count;
    }

    private boolean fill() throws IOException {
        while (position == limit) {
            if (finished) return false;
            position = 0;
            int count = encoded.read(in, 0, in.length);
            finished = count < 0;
            limit = finished ? finish(out) : decode(in, count, out);
        }
        return true;
    }
}
