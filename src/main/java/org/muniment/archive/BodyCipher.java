package org.muniment.archive;

import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.muniment.archive.RecordSecrets.ChunkPlace;

/// Encrypts and opens a body chunk by chunk: a JDK cipher gives nothing out before the tag, so one tag over the whole
/// body would need the whole body in memory.
final class BodyCipher {
    static final int CHUNK_BYTES = 1 << 20;
    static final int TAG_BYTES = 16;
    static final int SEALED_CHUNK_BYTES = CHUNK_BYTES + TAG_BYTES;

    private static final int TAG_BITS = TAG_BYTES * Byte.SIZE;

    private final Cipher cipher;
    private final SecretKey key;
    private final RecordSecrets.Public names;
    private final byte[] bound;

    BodyCipher(Cipher cipher, SecretKey key, RecordSecrets.Public names, byte[] bound) {
        this.cipher = cipher;
        this.key = key;
        this.names = names;
        this.bound = bound;
    }

    /// Returns the length of a body that was `length` bytes before encryption.
    static long sealedLength(long length) {
        long chunks = Math.max(1, (length + CHUNK_BYTES - 1) / CHUNK_BYTES);
        return length + chunks * TAG_BYTES;
    }

    /// Encrypts one chunk; returns the length written.
    int seal(int chunk, ChunkPlace place, byte[] plain, int from, int length, byte[] into) {
        try {
            cipher.init(Cipher.ENCRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, names.nonce(chunk, place)));
            cipher.updateAAD(bound);
            return cipher.doFinal(plain, from, length, into, 0);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a chunk could not be encrypted", e);
        }
    }

    /// Opens one chunk; returns the length written.
    int open(int chunk, ChunkPlace place, byte[] sealed, int length, byte[] into, String where) throws StoreIsDamaged {
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new GCMParameterSpec(TAG_BITS, names.nonce(chunk, place)));
            cipher.updateAAD(bound);
            return cipher.doFinal(sealed, 0, length, into, 0);
        } catch (AEADBadTagException e) {
            throw new StoreIsDamaged(where + ": chunk " + chunk + " of the body is not what was encrypted", e);
        } catch (GeneralSecurityException e) {
            throw new StoreIsDamaged(where + ": chunk " + chunk + " of the body cannot be opened", e);
        }
    }
}
