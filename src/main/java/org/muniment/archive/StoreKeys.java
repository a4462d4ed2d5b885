package org.muniment.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Makes and opens the keystore of a store, with its root keys in it or in a token.
final class StoreKeys {
    private StoreKeys() {}

    static byte[] create(StoreLayout layout, StoreId storeId, ArchiveSettings settings, Instant now)
            throws IOException {
        // Of a first start that was stopped.
        Files.deleteIfExists(layout.token());
        Files.deleteIfExists(layout.secrets());
        Files.deleteIfExists(layout.tokenSerial());
        Path keystore = layout.keystore();
        var random = settings.random();
        if (settings.tokenFile().isEmpty()) {
            var passphrase = Passphrase.toCreate(settings, storeId, random);
            return KeyVault.create(keystore, passphrase, storeId.origin(), random, now);
        }
        Path file = settings.tokenFile().get();
        var pin = Passphrase.pin(settings, storeId, file);
        var login = TokenLogin.open(file, pin, layout.tokenSerial());
        var roots = TokenRoots.create(layout, storeId, login, random);
        login.keepSerial();
        return KeyVault.create(keystore, pin, roots, storeId.origin(), random, now);
    }

    static KeyVault open(StoreLayout layout, Path place, StoreId storeId, byte[] keystore, ArchiveSettings settings)
            throws IOException {
        if (!TokenMarker.isIn(layout)) {
            if (settings.tokenFile().isPresent()) throw TokenIsMissing.isNotUsed(layout.token());
            var passphrase = Passphrase.toOpen(settings, storeId, place);
            return KeyVault.open(keystore, place, passphrase);
        }
        Path file = settings.tokenFile().orElseThrow(() -> TokenIsMissing.isNotNamed(layout.token()));
        var pin = Passphrase.pin(settings, storeId, file);
        var login = TokenLogin.open(file, pin, layout.tokenSerial());
        var rows = Files.exists(layout.keyTable()) ? KeyTable.read(layout.keyTable()) : List.<KeyTable.Row>of();
        try {
            var roots = TokenRoots.open(layout, storeId, login, rows);
            login.keepSerial();
            return KeyVault.opened(keystore, place, pin, roots);
        } catch (UncheckedIOException away) {
            throw away.getCause();
        }
    }
}
