package org.muniment.people;

import java.io.ByteArrayOutputStream;

/// This is the reading of a key as an authenticator app does it.
final class Base32 {
    private Base32() {}

    static byte[] bytes(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long bits = 0;
        int count = 0;
        for (char letter : text.replace(" ", "").toCharArray()) {
            bits = bits << 5 | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            count += 5;
            if (count >= 8) {
                count -= 8;
                bytes.write((int) (bits >> count));
            }
        }
        return bytes.toByteArray();
    }
}
