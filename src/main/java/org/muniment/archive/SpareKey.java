package org.muniment.archive;

import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.SecretKey;

/// The key of the next segment, wrapped before it is needed; in memory alone, and for one segment.
final class SpareKey {
    private Optional<Wrapped> kept = Optional.empty();

    record Wrapped(int rootVersion, SecretKey key, WrappedKey wrapped) {}

    /// Returns the one that was prepared, if it is wrapped by the newest root, else another.
    Wrapped take(KeyVault vault, SecureRandom random) throws StoreIsDamaged {
        Optional<Wrapped> spare = taken(vault.rootVersion());
        return spare.isPresent() ? spare.get() : made(vault, random);
    }

    private synchronized Optional<Wrapped> taken(int rootVersion) {
        Optional<Wrapped> spare = kept.filter(it -> it.rootVersion() == rootVersion);
        kept = Optional.empty();
        return spare;
    }

    void prepare(KeyVault vault, SecureRandom random) throws StoreIsDamaged {
        if (isPrepared(vault.rootVersion())) return;
        Wrapped next = made(vault, random);
        synchronized (this) {
            kept = Optional.of(next);
        }
    }

    private synchronized boolean isPrepared(int rootVersion) {
        return kept.filter(it -> it.rootVersion() == rootVersion).isPresent();
    }

    private static Wrapped made(KeyVault vault, SecureRandom random) throws StoreIsDamaged {
        byte[] bytes = new byte[RecordSecrets.KEY_BYTES];
        random.nextBytes(bytes);
        SecretKey key = Primitives.aesKey(bytes);
        int version = vault.rootVersion();
        return new Wrapped(
                version, key, vault.root(version, "the next segment's key").wrap(key));
    }
}
