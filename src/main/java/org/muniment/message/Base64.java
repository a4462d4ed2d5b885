package org.muniment.message;

import java.util.Arrays;

/// This decodes base64 as mail has it: whatever is no digit is skipped, padding may be missing or stand in the
/// middle.
final class Base64 {
    private static final byte[] SEXTET = new byte[256];
    private static final byte SPACE = -2;
    private static final byte PADDING = -3;

    static {
        Arrays.fill(SEXTET, (byte) -1);
        String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < 64; i++) SEXTET[digits.charAt(i)] = (byte) i;
        for (char space : new char[] {' ', '\t', '\r', '\n'}) SEXTET[space] = SPACE;
        SEXTET['='] = PADDING;
    }

    private int bits;
    private int count;
    private boolean broken;

    /// Decodes some input, a chunk of the whole; `out` needs three quarters of its length and 3 more. Returns
    /// how many bytes were put there.
    int decode(byte[] in, int from, int to, byte[] out, int at) {
        int o = at;
        for (int i = from; i < to; i++) {
            int value = SEXTET[in[i] & 0xFF];
            if (value >= 0) {
                bits = bits << 6 | value;
                if (++count == 4) {
                    out[o++] = (byte) (bits >> 16);
                    out[o++] = (byte) (bits >> 8);
                    out[o++] = (byte) bits;
                    bits = 0;
                    count = 0;
                }
            } else if (value == PADDING) {
                o = finish(out, o);
            } else if (value != SPACE) {
                broken = true;
            }
        }
        return o - at;
    }

    /// Puts out what less than four digits left over. Returns the new position in `out`.
    int finish(byte[] out, int at) {
        int o = at;
        if (count == 1) broken = true;
        if (count >= 2) out[o++] = (byte) (bits >> (count == 2 ? 4 : 10));
        if (count == 3) out[o++] = (byte) (bits >> 2);
        bits = 0;
        count = 0;
        return o;
    }

    boolean isBroken() {
        return broken;
    }
}
