package org.muniment.message;

import java.io.InputStream;

/// This is the decoded side of a quoted-printable body (RFC 2045 section 6.7). An `=` that begins nothing
/// stands as it is; spaces at the end of a line go, as transports add them.
final class QuotedPrintableStream extends DecodingStream {
    /// Bytes whose meaning the next ones decide: `=`, `=X`, `=` and spaces, or spaces.
    private final byte[] held = new byte[1024];

    private int heldCount;
    private boolean broken;

    QuotedPrintableStream(InputStream encoded) {
        super(encoded);
    }

    @Override
    int decode(byte[] in, int length, byte[] out) {
        int o = 0;
        for (int i = 0; i < length; i++) {
            byte b = in[i];
            if (heldCount == 0) {
                if (b == '=' || isSpace(b)) held[heldCount++] = b;
                else out[o++] = b;
            } else if (held[0] == '=') {
                o = escaped(b, out, o);
            } else {
                o = spaced(b, out, o);
            }
        }
        return o;
    }

    private int escaped(byte b, byte[] out, int at) {
        boolean second = heldCount == 2 && hex(held[1]) >= 0;
        if (heldCount == 1 && hex(b) >= 0) {
            held[heldCount++] = b;
            return at;
        }
        if (second && hex(b) >= 0) {
            heldCount = 0;
            out[at] = (byte) (hex(held[1]) << 4 | hex(b));
            return at + 1;
        }
        if (!second && b == '\n') {
            heldCount = 0;
            return at;
        }
        if (!second && (isSpace(b) || b == '\r') && heldCount < held.length) {
            held[heldCount++] = b;
            return at;
        }
        broken = true;
        return resume(b, out, release(out, at));
    }

    private int spaced(byte b, byte[] out, int at) {
        if (isSpace(b) && heldCount < held.length) {
            held[heldCount++] = b;
            return at;
        }
        if (b == '\r' || b == '\n') {
            heldCount = 0;
            out[at] = b;
            return at + 1;
        }
        return resume(b, out, release(out, at));
    }

    private int resume(byte b, byte[] out, int at) {
        if (b == '=' || isSpace(b)) {
            held[heldCount++] = b;
            return at;
        }
        out[at] = b;
        return at + 1;
    }

    private int release(byte[] out, int at) {
        System.arraycopy(held, 0, out, at, heldCount);
        int end = at + heldCount;
        heldCount = 0;
        return end;
    }

    @Override
    int finish(byte[] out) {
        if (heldCount == 0 || held[0] != '=') return 0;
        boolean softBreak = heldCount == 1 || hex(held[1]) < 0;
        if (softBreak) return 0;
        broken = true;
        return release(out, 0);
    }

    @Override
    boolean isBroken() {
        return broken;
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t';
    }

    static int hex(byte b) {
        return b >= 0 ? Character.digit(b, 16) : -1;
    }
}
