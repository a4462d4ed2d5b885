package org.muniment.archive;

import java.util.Optional;
import javax.crypto.SecretKey;

/// A version of the root key, wherever it is: it wraps other keys (AES-KW, RFC 3394).
sealed interface RootKey permits KeptRoot, TokenRoot {
    WrappedKey wrap(SecretKey key);

    /// Returns the key, or says that it was not wrapped by this one.
    SecretKey unwrap(WrappedKey wrapped, String place) throws StoreIsDamaged;

    /// Returns what stands for it in the keystore.
    SecretKey entry();

    /// Returns its name in its token; empty if it is in none.
    default Optional<String> name() {
        return Optional.empty();
    }
}
