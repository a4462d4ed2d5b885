package org.muniment.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/// A root key that never leaves its token. Java's PKCS#11 provider has no AES-KW, but the block cipher it is made of:
/// what a token wraps is the same as what the platform wraps, byte for byte.
///
/// @param label names it in the token, and no other key of any copy of this archive
/// @param entry its check value, by which it is known among those of other copies
record TokenRoot(TokenLogin token, String label, SecretKey entry) implements RootKey {
    private static final byte[] CHECKED = "muniment root 01".getBytes(StandardCharsets.US_ASCII);

    static TokenRoot of(TokenLogin token, String label) throws IOException {
        return new TokenRoot(token, label, token.ask(it -> checkValue(it, label)));
    }

    private static SecretKey checkValue(Token token, String label) throws IOException, GeneralSecurityException {
        return Primitives.aesKey(token.cipher(label, Cipher.ENCRYPT_MODE).doFinal(CHECKED));
    }

    boolean isStoodForBy(SecretKey found) {
        return Arrays.equals(found.getEncoded(), entry.getEncoded());
    }

    /// Asks the token whether it has this key now. Throws [TokenIsMissing].
    void require() throws IOException {
        if (!isStoodForBy(token.ask(it -> checkValue(it, label)))) throw TokenIsMissing.isAnother(token.name(), label);
    }

    @Override
    public Optional<String> name() {
        return Optional.of(label);
    }

    @Override
    public WrappedKey wrap(SecretKey other) {
        return asked(it -> new WrappedKey(KeyWrap.wrap(other.getEncoded(), it.cipher(label, Cipher.ENCRYPT_MODE))));
    }

    @Override
    public SecretKey unwrap(WrappedKey wrapped, String place) throws StoreIsDamaged {
        return unwrapped(wrapped).orElseThrow(() -> new StoreIsDamaged(place + ": the wrapped key cannot be opened"));
    }

    /// Returns the key; empty if it was not wrapped by this one.
    Optional<SecretKey> unwrapped(WrappedKey wrapped) {
        return asked(it -> KeyWrap.unwrap(wrapped.bytes(), it.cipher(label, Cipher.DECRYPT_MODE)))
                .map(Primitives::aesKey);
    }

    private <T> T asked(TokenLogin.Question<T> question) {
        try {
            return token.ask(question);
        } catch (IOException away) {
            throw new UncheckedIOException(away);
        }
    }
}
