package org.muniment.archive;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.MessageDigest;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The cryptographic primitives of the format, all from the JCA, so that a token or a validated provider can serve
/// them.
final class Primitives {
    static final String KEY_ALGORITHM = "AES";

    private Primitives() {}

    static MessageDigest sha256() {
        return made(() -> MessageDigest.getInstance("SHA-256"));
    }

    static Cipher aesGcm() {
        return made(() -> Cipher.getInstance("AES/GCM/NoPadding"));
    }

    static Mac hmacSha256(byte[] key) {
        return made(() -> {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac;
        });
    }

    /// Returns another one with the same key; made in a fraction of the time.
    static Mac copy(Mac mac) {
        try {
            return (Mac) mac.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the platform's HMAC cannot be copied", e);
        }
    }

    static SecretKey aesKey(byte[] key) {
        return new SecretKeySpec(key, KEY_ALGORITHM);
    }

    static WrappedKey wrap(Key key, Key by) {
        return made(() -> new WrappedKey(wrapping(by).wrap(key)));
    }

    /// Returns a cipher that wraps keys by this one.
    static Cipher wrapping(Key by) {
        return made(() -> {
            Cipher cipher = Cipher.getInstance("AES/KW/NoPadding");
            cipher.init(Cipher.WRAP_MODE, by);
            return cipher;
        });
    }

    /// Returns the key, or says that it was not wrapped by this one.
    static SecretKey unwrap(WrappedKey wrapped, Key by, String place) throws StoreIsDamaged {
        try {
            Cipher cipher = Cipher.getInstance("AES/KW/NoPadding");
            cipher.init(Cipher.UNWRAP_MODE, by);
            return (SecretKey) cipher.unwrap(wrapped.bytes(), KEY_ALGORITHM, Cipher.SECRET_KEY);
        } catch (InvalidKeyException e) {
            throw new StoreIsDamaged(place + ": the wrapped key cannot be opened", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T made(Making<T> making) {
        try {
            return making.make();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the Java platform lacks a primitive every one has had since 17", e);
        }
    }

    private interface Making<T> {
        T make() throws GeneralSecurityException;
    }
}
