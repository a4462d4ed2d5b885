package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Files;
import javax.crypto.SecretKey;

/// The keys of an opened store, as they are now: the keystore's, and the one of the secrets beside the archive.
final class KeyRing {
    private final StoreLayout layout;
    private volatile KeyVault vault;
    private final SecretKey secrets;

    private KeyRing(StoreLayout layout, KeyVault vault, SecretKey secrets) {
        this.layout = layout;
        this.vault = vault;
        this.secrets = secrets;
    }

    static KeyRing open(StoreLayout layout, KeyVault vault) throws IOException {
        return new KeyRing(layout, vault, StoreSecrets.key(layout, vault));
    }

    KeyVault vault() {
        return vault;
    }

    /// Returns the key for one use beside the archive; the same whatever becomes of the root keys.
    SecretKey keyFor(String use) {
        return StoreSecrets.derived(secrets, use);
    }

    /// Keeps the secrets' key wrapped by the newest root.
    synchronized void keepSecrets() throws IOException {
        StoreSecrets.keep(layout, secrets, vault);
    }

    /// Replaces the keystore, then the hash in the store's identity; both are on disk on return, and only then is what
    /// they hold used. Whoever begins this has written down where it leads to.
    synchronized void replace(KeyVault next, byte[] keystore) throws IOException {
        DurableFiles.replace(layout.keystore(), keystore);
        byte[] written = Files.readAllBytes(layout.keystore());
        if (!next.reopened(written, layout.keystore()).rootVersions().equals(next.rootVersions()))
            throw new StoreIsDamaged(layout.keystore() + ": the keystore that was read back lacks a key");
        StoreIdentity.read(layout).withKeystore(written).write(layout);
        vault = next;
    }

    /// Compares the keys on a disk, which the next start needs, with those in memory; no change goes on meanwhile.
    synchronized void check(StoreLayout there, StoreIdentity known, Findings findings) {
        findings.of(() -> {
            StoreIdentity identity = StoreIdentity.read(there);
            if (!identity.isOfSameStore(known)) findings.add(there.identity() + " is that of another store");
            String found = StoreIdentity.sha256(Files.readAllBytes(there.keystore()));
            if (!found.equals(identity.keystoreSha256()) && !isUnderWay(there, found))
                findings.add(there.keystore()
                        + " is not the keystore of this store, or damaged: restore it from its escrow");
        });
        findings.of(() -> StoreSecrets.key(there, vault));
        if (vault.isInToken()) findings.of(() -> TokenMarker.read(there));
    }

    private boolean isUnderWay(StoreLayout there, String keystoreSha256) throws IOException {
        return KeyChange.in(there)
                .filter(change -> change.to().equals(keystoreSha256))
                .isPresent();
    }
}
