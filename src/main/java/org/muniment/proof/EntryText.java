package org.muniment.proof;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the public entry of a capture says of its content and envelope, in hexadecimal.
record EntryText(String contentHash, String envelopeHash) {
    private static final Pattern HASHES =
            Pattern.compile("(?s).*\ncontent sha256-salted ([0-9a-f]{64})\nenvelope sha256-salted ([0-9a-f]{64})\n");

    static EntryText of(byte[] entry) {
        Matcher hashes = HASHES.matcher(new String(entry, StandardCharsets.UTF_8));
        if (!hashes.matches()) throw new IllegalStateException("the entry of a capture ends with two hashes");
        return new EntryText(hashes.group(1), hashes.group(2));
    }
}
