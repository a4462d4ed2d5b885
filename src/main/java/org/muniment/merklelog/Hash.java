package org.muniment.merklelog;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// This is one SHA-256 hash: of a leaf, of a node, or of a whole tree (RFC 6962, section 2.1).
public final class Hash {
    public static final int SIZE_BYTES = 32;

    private static final byte LEAF_PREFIX = 0;
    private static final byte NODE_PREFIX = 1;

    private final byte[] bytes;

    private Hash(byte[] bytes) {
        this.bytes = bytes;
    }

    public static Hash of(byte[] bytes) {
        if (bytes.length != SIZE_BYTES)
            throw new IllegalArgumentException("a hash has 32 bytes, these are " + bytes.length);
        return new Hash(bytes.clone());
    }

    static Hash at(byte[] bytes, int offset) {
        return new Hash(Arrays.copyOfRange(bytes, offset, offset + SIZE_BYTES));
    }

    /// Returns the hash a line of a checkpoint or proof spells in base64; only the canonical spelling is taken.
    public static Hash parse(String base64) throws NoteIsMalformed {
        byte[] bytes = Canonical.base64(base64, "a hash");
        if (bytes.length != SIZE_BYTES)
            throw new NoteIsMalformed("a hash has 32 bytes, \"" + base64 + "\" has " + bytes.length);
        return new Hash(bytes);
    }

    /// Returns `SHA-256(0x00 || entry)`.
    public static Hash ofLeaf(byte[] entry) {
        MessageDigest sha256 = sha256();
        sha256.update(LEAF_PREFIX);
        return new Hash(sha256.digest(entry));
    }

    /// Returns `SHA-256(0x01 || left || right)`.
    public static Hash ofNode(Hash left, Hash right) {
        MessageDigest sha256 = sha256();
        sha256.update(NODE_PREFIX);
        sha256.update(left.bytes);
        return new Hash(sha256.digest(right.bytes));
    }

    /// Returns the root of a tree without leaves: SHA-256 of nothing.
    public static Hash ofEmptyTree() {
        return new Hash(sha256().digest());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    public String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash that && Arrays.equals(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return base64();
    }
}
