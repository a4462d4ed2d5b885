package org.muniment.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Locale;

/// This is how random secrets are made, kept and compared.
final class Secrets {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /// 128 bits, for an address or a header.
    static String token() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(16));
    }

    /// A long random secret needs no slow hash.
    static byte[] hash(String secret) {
        return sha256(secret.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// In a time that does not tell where they differ.
    static boolean areEqual(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /// RFC 4648, without padding; the count of bytes must be a multiple of five.
    static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < bytes.length; at += 5) {
            long five = 0;
            for (int part = 0; part < 5; part++) five = five << 8 | (bytes[at + part] & 0xff);
            for (int shift = 35; shift >= 0; shift -= 5) text.append(BASE32.charAt((int) (five >> shift & 31)));
        }
        return text.toString();
    }

    /// The bytes that were written so; throws `IllegalArgumentException` at any other character.
    static byte[] fromBase32(String text) {
        String letters = text.toUpperCase(Locale.ROOT).replaceAll("[\\s=-]", "");
        byte[] bytes = new byte[letters.length() * 5 / 8];
        int held = 0;
        int bits = 0;
        int at = 0;
        for (int place = 0; place < letters.length(); place++) {
            char letter = letters.charAt(place);
            int value = BASE32.indexOf(letter);
            if (value < 0) throw new IllegalArgumentException("not a letter of base32: " + letter);
            held = (held << 5 | value) & 0xfff;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes[at++] = (byte) (held >> bits);
            }
        }
        return bytes;
    }
}
