package org.muniment.archive;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKey;

/// Where root keys are: in the keystore, or in a token.
sealed interface RootPlace permits RootPlace.InKeystore, TokenRoots {
    RootPlace KEYSTORE = new InKeystore();

    RootKey make(int version, SecureRandom random) throws IOException;

    /// Returns the root key that an entry of the keystore stands for; empty if it is not there and nothing needs it.
    Optional<? extends RootKey> read(int version, SecretKey entry) throws IOException;

    /// Removes what the keystore no longer names.
    void destroy(String label) throws IOException;

    /// Returns the root keys that the store needs, whatever the keystore says.
    default Map<Integer, ? extends RootKey> needed() {
        return Map.of();
    }

    /// Counts a version no more among those that are needed.
    default void forget(int version) {}

    /// Returns what locks the keystore.
    Passphrase lock(Passphrase given);

    /// The keystore holds the keys, and what the administrator gives locks it.
    final class InKeystore implements RootPlace {
        private InKeystore() {}

        @Override
        public RootKey make(int version, SecureRandom random) {
            byte[] key = new byte[RecordSecrets.KEY_BYTES];
            random.nextBytes(key);
            return new KeptRoot(Primitives.aesKey(key));
        }

        @Override
        public Optional<RootKey> read(int version, SecretKey entry) {
            return Optional.of(new KeptRoot(entry));
        }

        @Override
        public void destroy(String label) {
            // Whoever wrote the keystore without it has done so.
        }

        @Override
        public Passphrase lock(Passphrase given) {
            return given;
        }
    }
}
