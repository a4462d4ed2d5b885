package org.muniment.merklelog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/// This is a name and the Ed25519 public key of a witness, whose timed signatures under checkpoints are believed (C2SP
/// tlog-cosignature, cosignature/v1).
public final class WitnessKey {
    private static final byte COSIGNATURE_V1 = 4;
    private static final int KEY_BYTES = 32;
    private static final int SIGNATURE_BYTES = Long.BYTES + 64;

    private final NoteVerifier key;

    private WitnessKey(NoteVerifier key) {
        this.key = key;
    }

    /// Returns the key that `name+hash+key` spells, as witnesses publish theirs.
    public static WitnessKey parse(String spelled) throws NoteIsMalformed {
        String[] parts = spelled.split("\\+", 3);
        if (parts.length != 3 || !Canonical.isKeyName(parts[0]))
            throw new NoteIsMalformed("a witness's key is spelled name+hash+key, not \"" + spelled + "\"");
        byte[] typed = Canonical.base64(parts[2], "the key");
        if (typed.length != 1 + KEY_BYTES || typed[0] != COSIGNATURE_V1)
            throw new NoteIsMalformed("the key of \"" + parts[0] + "\" is not one for cosignatures (cosignature/v1)");
        byte[] raw = Arrays.copyOfRange(typed, 1, typed.length);
        WitnessKey witness = new WitnessKey(NoteVerifier.of(parts[0], NoteVerifier.ofRaw(raw)));
        if (!witness.toString().equals(spelled))
            throw new NoteIsMalformed("the hash in \"" + spelled + "\" is not that of its key");
        return witness;
    }

    /// Returns the note with the log's signatures and, of all others, this witness's alone. Throws
    /// [ProofIsInvalid] if it did not sign.
    public SignedNote cosigned(SignedNote checkpoint, SignedNote answered) throws ProofIsInvalid {
        List<SignedNote.NoteSignature> both = new ArrayList<>(checkpoint.signatures());
        both.add(signature(answered));
        SignedNote cosigned = new SignedNote(checkpoint.text(), both);
        var _ = verify(cosigned);
        return cosigned;
    }

    /// Returns when the witness says that it saw this checkpoint, to the second. Throws [ProofIsInvalid].
    public Instant verify(SignedNote checkpoint) throws ProofIsInvalid {
        ByteBuffer timed = ByteBuffer.wrap(signature(checkpoint).bytes());
        if (timed.remaining() != SIGNATURE_BYTES) throw new ProofIsInvalid("the witness's signature is cut short");
        long seconds = timed.getLong();
        if (seconds < 0 || seconds > Instant.MAX.getEpochSecond())
            throw new ProofIsInvalid("the witness gives no time");
        byte[] signature = new byte[timed.remaining()];
        timed.get(signature);
        String said = "cosignature/v1\ntime " + seconds + "\n" + checkpoint.text();
        if (!key.isSignature(signature, said.getBytes(StandardCharsets.UTF_8)))
            throw new ProofIsInvalid("the signature of \"" + key.name() + "\" is not one of this checkpoint");
        return Instant.ofEpochSecond(seconds);
    }

    private SignedNote.NoteSignature signature(SignedNote note) throws ProofIsInvalid {
        List<SignedNote.NoteSignature> its = note.signatures().stream()
                .filter(signature -> signature.name().equals(key.name()) && signature.keyId() == keyId())
                .toList();
        if (its.size() != 1) throw new ProofIsInvalid("the witness " + key.name() + " signed " + its.size() + " times");
        return its.getFirst();
    }

    private int keyId() {
        byte[] name = key.name().getBytes(StandardCharsets.UTF_8);
        byte[] hash = Hash.sha256()
                .digest(ByteBuffer.allocate(name.length + 2 + KEY_BYTES)
                        .put(name)
                        .put((byte) '\n')
                        .put(COSIGNATURE_V1)
                        .put(key.rawKey())
                        .array());
        return ByteBuffer.wrap(hash).getInt();
    }

    /// Returns the key as witnesses publish it.
    @Override
    public String toString() {
        byte[] typed = ByteBuffer.allocate(1 + KEY_BYTES)
                .put(COSIGNATURE_V1)
                .put(key.rawKey())
                .array();
        return key.name() + "+" + HexFormat.of().toHexDigits(keyId()) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }
}
