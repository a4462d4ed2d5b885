package org.muniment.archive;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Optional;
import javax.crypto.Cipher;

/// AES-KW (RFC 3394, section 2.2) by a cipher that has one block at a time. A token asked for each block costs a few
/// microseconds each; a key of 256 bits takes 24.
final class KeyWrap {
    private static final int ROUNDS = 6;
    private static final int HALF = Long.BYTES;
    private static final long INITIAL = 0xA6A6A6A6A6A6A6A6L;

    private KeyWrap() {}

    static byte[] wrap(byte[] key, Cipher encrypting) throws GeneralSecurityException {
        ByteBuffer wrapped =
                ByteBuffer.allocate(HALF + key.length).putLong(INITIAL).put(key);
        int parts = key.length / HALF;
        for (int step = 1; step <= ROUNDS * parts; step++) {
            int at = HALF + (step - 1) % parts * HALF;
            var block = block(encrypting, wrapped.getLong(0), wrapped.getLong(at));
            wrapped.putLong(0, block.getLong() ^ step).putLong(at, block.getLong());
        }
        return wrapped.array();
    }

    /// Returns the key; empty if it was not wrapped by this cipher's.
    static Optional<byte[]> unwrap(byte[] wrapped, Cipher decrypting) throws GeneralSecurityException {
        ByteBuffer key = ByteBuffer.wrap(wrapped.clone());
        int parts = wrapped.length / HALF - 1;
        for (int step = ROUNDS * parts; step >= 1; step--) {
            int at = HALF + (step - 1) % parts * HALF;
            var block = block(decrypting, key.getLong(0) ^ step, key.getLong(at));
            key.putLong(0, block.getLong()).putLong(at, block.getLong());
        }
        byte[] initial = ByteBuffer.allocate(HALF).putLong(INITIAL).array();
        byte[] found = ByteBuffer.allocate(HALF).putLong(key.getLong(0)).array();
        if (!MessageDigest.isEqual(initial, found)) return Optional.empty();
        byte[] result = new byte[wrapped.length - HALF];
        key.get(HALF, result);
        return Optional.of(result);
    }

    private static ByteBuffer block(Cipher cipher, long first, long second) throws GeneralSecurityException {
        return ByteBuffer.wrap(cipher.doFinal(
                ByteBuffer.allocate(2 * HALF).putLong(first).putLong(second).array()));
    }
}
