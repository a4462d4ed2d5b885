package org.muniment.production;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// This is SHA-256 of bytes and files.
final class Digests {
    private Digests() {}

    static byte[] sha256(byte[] bytes) {
        return sha256().digest(bytes);
    }

    static String sha256Hex(Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            return sha256Hex(content);
        }
    }

    static String sha256Hex(InputStream content) throws IOException {
        var digest = sha256();
        try (var out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            content.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
