package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.List;

/// A store whose keystore is gone, or which nobody has the passphrase of, and how it gets another with the same keys.
final class LostKeystore {
    private final StoreLayout layout;
    private final StoreIdentity identity;
    private final ArchiveSettings settings;

    LostKeystore(StoreLayout layout, StoreIdentity identity, ArchiveSettings settings) {
        this.layout = layout;
        this.identity = identity;
        this.settings = settings;
    }

    /// Returns the versions of the root key that it has then; none if nothing was lost.
    List<Integer> giveBack(EscrowContent.Part part) throws IOException {
        if (!isLost()) return List.of();
        try {
            requireOpensAll(part.vault());
        } catch (StoreIsDamaged e) {
            throw new EscrowIsRefused(
                    "The keys in the escrow do not open this store: " + e.getMessage() + " Nothing was changed.", e);
        }
        Passphrase passphrase = Passphrase.toCreate(settings, identity.storeId(), settings.random());
        byte[] keystore = part.vault().under(passphrase).encoded();
        DurableFiles.replace(layout.keystore(), keystore);
        byte[] written = Files.readAllBytes(layout.keystore());
        if (!MessageDigest.isEqual(written, keystore))
            throw new StoreIsDamaged(layout.keystore() + ": the keystore that was read back is another one");
        identity.withKeystore(keystore).write(layout);
        KeyVault vault = StoreIdentity.read(layout).openVault(layout, settings);
        requireOpensAll(vault);
        return List.copyOf(vault.rootVersions());
    }

    private boolean isLost() throws IOException {
        if (!Files.exists(layout.keystore())) return true;
        String found = StoreIdentity.sha256(Files.readAllBytes(layout.keystore()));
        // Of a change that was stopped, the next start knows what to do.
        boolean isKnown = found.equals(identity.keystoreSha256())
                || KeyChange.in(layout).filter(it -> it.to().equals(found)).isPresent();
        if (!isKnown) return true;
        try {
            requireOpensAll(identity.openVault(layout, settings));
            return false;
        } catch (IOException lost) {
            return true;
        }
    }

    private void requireOpensAll(KeyVault vault) throws IOException {
        KeyRing ring = KeyRing.open(layout, vault);
        KeyTable table = KeyTable.open(layout.keyTable(), ring);
        for (KeyTable.Row row : table.rows()) table.keyOf(row);
    }
}
