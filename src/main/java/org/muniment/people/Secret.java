package org.muniment.people;

import java.util.Base64;

/// This is a random secret that is shown once and kept only as a hash. It is long enough that nobody guesses it, so a
/// plain SHA-256 keeps it.
record Secret(String text) {
    static Secret fresh(String prefix, int bits) {
        return new Secret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(Secrets.bytes(bits / 8)));
    }

    byte[] hash() {
        return Secrets.hash(text);
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
