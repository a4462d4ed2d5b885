package org.muniment.operator;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.muniment.archive.Archive;

/// The least that capture has to do to a message: hash it, compress it, encrypt it under a key of its own. Nothing is
/// written.
final class BareCapture {
    private static final int LEVEL = 3;
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private final ThreadLocal<Cipher> ciphers = ThreadLocal.withInitial(BareCapture::gcm);
    private final ThreadLocal<ZstdCompressCtx> compressors;

    private BareCapture(Supplier<ZstdCompressCtx> compressor) {
        this.compressors = ThreadLocal.withInitial(compressor);
    }

    static BareCapture plain() {
        return new BareCapture(BareCapture::level);
    }

    /// With the dictionary that the archive compresses with: slower, and smaller.
    static BareCapture withDictionary() throws IOException {
        try (InputStream shipped = Archive.class.getResourceAsStream("dictionary-1.zstd-dict")) {
            if (shipped == null) throw new IllegalStateException("the dictionary is not in this build");
            byte[] dictionary = shipped.readAllBytes();
            return new BareCapture(() -> level().loadDict(dictionary));
        }
    }

    private static ZstdCompressCtx level() {
        return new ZstdCompressCtx().setLevel(LEVEL);
    }

    /// Returns how many bytes it came to: work whose result nobody looks at is left out by a good compiler.
    int take(byte[] message) throws GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(message);
        byte[] compressed = compressors.get().compress(message);
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        Cipher cipher = ciphers.get();
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(TAG_BITS, new byte[NONCE_BYTES]));
        return cipher.doFinal(compressed).length + hash[0];
    }

    private static Cipher gcm() {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES-GCM", e);
        }
    }
}
