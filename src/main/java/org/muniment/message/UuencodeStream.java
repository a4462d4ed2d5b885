package org.muniment.message;

import java.io.InputStream;

/// This is the decoded side of a uuencoded body: what stands between its `begin` and its `end` line.
final class UuencodeStream extends DecodingStream {
    private static final int LINE_BYTES = 1024;

    private final byte[] line = new byte[LINE_BYTES];
    private int length;
    private boolean begun;
    private boolean ended;
    private boolean broken;

    UuencodeStream(InputStream encoded) {
        super(encoded);
    }

    @Override
    int decode(byte[] in, int count, byte[] out) {
        int o = 0;
        for (int i = 0; i < count; i++) {
            if (in[i] == '\n') {
                o += endLine(out, o);
            } else if (in[i] != '\r') {
                if (length < LINE_BYTES) line[length++] = in[i];
                else broken = true;
            }
        }
        return o;
    }

    @Override
    int finish(byte[] out) {
        int count = endLine(out, 0);
        broken |= !ended;
        return count;
    }

    private int endLine(byte[] out, int at) {
        int end = length;
        length = 0;
        if (ended || end == 0) return 0;
        if (!begun) {
            begun = startsWith("begin ", end);
            return 0;
        }
        if (startsWith("end", end)) {
            ended = true;
            return 0;
        }
        // A line cannot announce much more than it carries, or one byte of input could become 63.
        int size = Math.min(line[0] - 32 & 63, (end - 1) * 3 / 4 + 3);
        int o = at;
        for (int i = 1; o < at + size; i += 4) {
            int bits = digit(i, end) << 18 | digit(i + 1, end) << 12 | digit(i + 2, end) << 6 | digit(i + 3, end);
            for (int shift = 16; shift >= 0 && o < at + size; shift -= 8) out[o++] = (byte) (bits >> shift);
        }
        return size;
    }

    /// Digits missing at the end of a line are zeros: transports strip spaces.
    private int digit(int index, int end) {
        if (index >= end) return 0;
        broken |= line[index] < 32 || line[index] > 96;
        return line[index] - 32 & 63;
    }

    private boolean startsWith(String word, int end) {
        if (end < word.length()) return false;
        for (int i = 0; i < word.length(); i++) if (line[i] != word.charAt(i)) return false;
        return true;
    }

    @Override
    boolean isBroken() {
        return broken;
    }
}
