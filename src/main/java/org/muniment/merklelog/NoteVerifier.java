package org.muniment.merklelog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/// This is a name and the Ed25519 public key whose signatures under that name are believed (C2SP signed-note).
public final class NoteVerifier {
    private static final byte ED25519 = 1;
    private static final int KEY_BYTES = 32;
    private static final byte[] SPKI_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final PublicKey key;
    private final byte[] raw;

    private NoteVerifier(String name, PublicKey key) {
        if (!Canonical.isKeyName(name))
            throw new IllegalArgumentException(
                    "a key name is not empty and has no spaces and no plus sign: \"" + name + "\"");
        this.name = name;
        this.key = key;
        this.raw = raw(key);
    }

    public static NoteVerifier of(String name, PublicKey key) {
        return new NoteVerifier(name, key);
    }

    /// Returns the verifier that `name+hash+key` spells, the form in which C2SP logs publish their keys.
    public static NoteVerifier parse(String spelled) throws NoteIsMalformed {
        String[] parts = spelled.split("\\+", 3);
        if (parts.length != 3 || !Canonical.isKeyName(parts[0]))
            throw new NoteIsMalformed("a verifier key is spelled name+hash+key, not \"" + spelled + "\"");
        byte[] typed = Canonical.base64(parts[2], "the key");
        if (typed.length != 1 + KEY_BYTES || typed[0] != ED25519)
            throw new NoteIsMalformed("the key of \"" + parts[0] + "\" is not an Ed25519 key");
        NoteVerifier verifier = new NoteVerifier(parts[0], ofRaw(Arrays.copyOfRange(typed, 1, typed.length)));
        if (!verifier.toString().equals(spelled))
            throw new NoteIsMalformed("the hash in \"" + spelled + "\" is not that of its key");
        return verifier;
    }

    public String name() {
        return name;
    }

    /// Returns the same key under another name.
    public NoteVerifier named(String other) {
        return new NoteVerifier(other, key);
    }

    /// Returns the first four bytes of `SHA-256(name || 0x0A || 0x01 || public key)`.
    public int keyId() {
        byte[] hash = Hash.sha256()
                .digest(ByteBuffer.allocate(name.getBytes(StandardCharsets.UTF_8).length + 2 + KEY_BYTES)
                        .put(name.getBytes(StandardCharsets.UTF_8))
                        .put((byte) '\n')
                        .put(ED25519)
                        .put(raw)
                        .array());
        return ByteBuffer.wrap(hash).getInt();
    }

    public boolean isSignature(byte[] signature, byte[] text) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(text);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException e) {
            return false; // what is not a signature at all is reported by JCA as an exception
        }
    }

    /// Returns the 32 bytes of the public key (RFC 8032).
    public byte[] rawKey() {
        return raw.clone();
    }

    /// Returns the public key as openssl reads it: `BEGIN PUBLIC KEY`.
    public String pem() {
        String body = Base64.getEncoder().encodeToString(encoded(raw));
        return "-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n";
    }

    /// Returns SHA-256 of the 32 bytes of the public key, in hexadecimal: what a person compares.
    public String fingerprint() {
        return HexFormat.of().formatHex(Hash.sha256().digest(raw));
    }

    @Override
    public String toString() {
        byte[] typed = ByteBuffer.allocate(1 + KEY_BYTES).put(ED25519).put(raw).array();
        return name + "+" + HexFormat.of().toHexDigits(keyId()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    private static byte[] raw(PublicKey key) {
        byte[] encoded = key.getEncoded();
        boolean named = key instanceof EdECPublicKey ed
                && ed.getParams().getName().equals(NamedParameterSpec.ED25519.getName());
        if (!named || encoded.length != SPKI_PREFIX.length + KEY_BYTES)
            throw new IllegalArgumentException("a log is signed with an Ed25519 key, not with " + key.getAlgorithm());
        return Arrays.copyOfRange(encoded, SPKI_PREFIX.length, encoded.length);
    }

    static PublicKey ofRaw(byte[] raw) throws NoteIsMalformed {
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded(raw)));
        } catch (GeneralSecurityException e) {
            throw new NoteIsMalformed("these 32 bytes are not an Ed25519 public key: "
                    + HexFormat.of().formatHex(raw));
        }
    }

    private static byte[] encoded(byte[] raw) {
        return ByteBuffer.allocate(SPKI_PREFIX.length + KEY_BYTES)
                .put(SPKI_PREFIX)
                .put(raw)
                .array();
    }
}
