package org.muniment.merklelog;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.NamedParameterSpec;
import java.util.List;

/// This is the origin of a log and the Ed25519 key that signs for it. The key's name in a note is the origin.
public final class LogKey {
    private final NoteVerifier verifier;
    private final PrivateKey key;

    private LogKey(NoteVerifier verifier, PrivateKey key) {
        this.verifier = verifier;
        this.key = key;
    }

    /// Returns the key of an origin; the pair may come from any JCA provider, a PKCS#11 token too.
    public static LogKey of(String origin, KeyPair pair) {
        return new LogKey(NoteVerifier.of(origin, pair.getPublic()), pair.getPrivate());
    }

    public static KeyPair generatePair(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform since 15 has Ed25519", e);
        }
    }

    public String origin() {
        return verifier.name();
    }

    public NoteVerifier verifier() {
        return verifier;
    }

    /// Returns the text with this key's signature. The text ends with a newline and has no other control
    /// characters. A text that begins with the log's origin is refused: only [MerkleLog#publish] signs
    /// checkpoints, and never a fork.
    public SignedNote sign(String text) {
        if (text.startsWith(origin() + "\n"))
            throw new IllegalArgumentException("a note that begins with the log's origin would pass for a checkpoint");
        return signed(text);
    }

    SignedNote signCheckpoint(long size, Hash root) {
        return signed(Checkpoint.text(origin(), size, root));
    }

    private SignedNote signed(String text) {
        byte[] signature = signature(text.getBytes(StandardCharsets.UTF_8));
        SignedNote note =
                new SignedNote(text, List.of(new SignedNote.NoteSignature(origin(), verifier.keyId(), signature)));
        try {
            SignedNote.parse(note.bytes());
        } catch (NoteIsMalformed e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return note;
    }

    private byte[] signature(byte[] bytes) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(key);
            ed25519.update(bytes);
            byte[] signature = ed25519.sign();
            // A token or a bit flip that signs wrongly must not be found out by a court.
            if (!verifier.isSignature(signature, bytes))
                throw new IllegalStateException(
                        "the private key of " + origin() + " does not belong to its public key");
            return signature;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key of " + origin() + " cannot sign", e);
        }
    }
}
