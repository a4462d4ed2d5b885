package org.muniment.delivery;

import java.security.SecureRandom;

/// This is the passphrase of one encrypted package: 24 letters and digits that nobody mistakes for
/// each other, in groups of four, 118 random bits. It is told once and kept nowhere.
record Passphrase(String text) {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int GROUPS = 6;
    private static final int GROUP_LENGTH = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Passphrase fresh() {
        var text = new StringBuilder();
        for (int at = 0; at < GROUPS * GROUP_LENGTH; at++) {
            if (at > 0 && at % GROUP_LENGTH == 0) text.append('-');
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return new Passphrase(text.toString());
    }

    @Override
    public String toString() {
        return "Passphrase[…]";
    }
}
