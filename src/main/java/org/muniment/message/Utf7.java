package org.muniment.message;

import java.util.Arrays;

/// This reads UTF-7 (RFC 2152), which the JDK does not know and old Outlooks send.
final class Utf7 {
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    private static final byte[] SEXTET = new byte[128];

    static {
        Arrays.fill(SEXTET, (byte) -1);
        for (int i = 0; i < 64; i++) SEXTET[ALPHABET.charAt(i)] = (byte) i;
    }

    private Utf7() {}

    static boolean isNamed(String label) {
        return label.equals("utf-7") || label.equals("utf7") || label.equals("unicode-1-1-utf-7");
    }

    static String decode(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder(to - from);
        int i = from;
        while (i < to) {
            byte b = bytes[i++];
            if (b != '+') {
                text.append((char) (b & 0xFF));
            } else if (i < to && bytes[i] == '-') {
                text.append('+');
                i++;
            } else {
                i = shifted(bytes, i, to, text);
            }
        }
        return text.toString();
    }

    private static int shifted(byte[] bytes, int from, int to, StringBuilder text) {
        int bits = 0;
        int count = 0;
        int i = from;
        while (i < to && bytes[i] >= 0 && SEXTET[bytes[i]] >= 0) {
            bits = bits << 6 | SEXTET[bytes[i++]];
            count += 6;
            if (count >= 16) {
                count -= 16;
                text.append((char) (bits >> count & 0xFFFF));
            }
        }
        return i < to && bytes[i] == '-' ? i + 1 : i;
    }
}
