package org.muniment.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/// Who a store is: its id, the origin of its log, and which keystore is its own. Written last at the first start: a
/// store without it was never begun.
record StoreIdentity(StoreId storeId, String origin, String keystoreSha256) {
    private static final String FIRST_LINE = "muniment store v1";

    StoreIdentity {
        if (!StoreId.isNameOfLog(origin)) throw new IllegalArgumentException("not the name of a log: " + origin);
    }

    /// Returns the identity of a store, which is made if there is none.
    static StoreIdentity openOrCreate(StoreLayout layout, ArchiveSettings settings, Instant now) throws IOException {
        if (Files.exists(layout.identity())) return read(layout);
        if (Files.exists(layout.keyTable()))
            throw new StoreIsDamaged(layout.identity() + " is missing, but " + layout.keyTable()
                    + " is there: restore the folder from a backup.");
        var storeId = StoreId.random(settings.random());
        DurableFiles.makeFolder(layout.keys());
        byte[] keystore = StoreKeys.create(layout, storeId, settings, now);
        var identity = new StoreIdentity(storeId, storeId.origin(), sha256(keystore));
        identity.write(layout);
        return identity;
    }

    /// Returns the same with another keystore.
    StoreIdentity withKeystore(byte[] keystore) {
        return new StoreIdentity(storeId, origin, sha256(keystore));
    }

    boolean isOfSameStore(StoreIdentity other) {
        return storeId.equals(other.storeId) && origin.equals(other.origin);
    }

    void write(StoreLayout layout) throws IOException {
        DurableFiles.replace(layout.identity(), encoded());
    }

    static StoreIdentity read(StoreLayout layout) throws IOException {
        byte[] bytes = Files.readAllBytes(layout.identity());
        String text = new String(bytes, StandardCharsets.UTF_8);
        TextFormat.refuseNewer(text, layout.identity());
        List<String> lines = text.lines().toList();
        try {
            var identity = new StoreIdentity(
                    new StoreId(TextFormat.value(lines, 1, "id")),
                    TextFormat.value(lines, 2, "origin"),
                    TextFormat.value(lines, 3, "keystore-sha256"));
            if (MessageDigest.isEqual(identity.encoded(), bytes)) return identity;
        } catch (IllegalArgumentException e) {
            throw damaged(layout, e);
        }
        throw damaged(layout, new IllegalArgumentException("other bytes than were written"));
    }

    private static StoreIsDamaged damaged(StoreLayout layout, IllegalArgumentException e) {
        return new StoreIsDamaged(
                layout.identity() + ": the store's identity is not what was written" + KeyTable.RESTORE, e);
    }

    KeyVault openVault(StoreLayout layout, ArchiveSettings settings) throws IOException {
        if (!Files.exists(layout.keystore()))
            throw new StoreIsDamaged("The keystore " + layout.keystore() + " is missing: restore it from its escrow.");
        return openVault(layout, layout.keystore(), settings);
    }

    /// Opens a keystore that lies wherever it does.
    KeyVault openVault(StoreLayout layout, Path place, ArchiveSettings settings) throws IOException {
        byte[] keystore = Files.readAllBytes(place);
        try {
            return StoreKeys.open(layout, place, storeId, keystore, settings);
        } catch (PassphraseIsWrong wrong) {
            // A damaged keystore looks the same to the keystore's own checksum.
            if (sha256(keystore).equals(keystoreSha256)) throw wrong;
            throw new StoreIsDamaged(
                    place + ": the keystore is damaged or another store's: restore it from its escrow. "
                            + wrong.getMessage(),
                    wrong);
        }
    }

    static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Primitives.sha256().digest(bytes));
    }

    private byte[] encoded() {
        String text = FIRST_LINE + "\nid " + storeId.hex() + "\norigin " + origin + "\nkeystore-sha256 "
                + keystoreSha256 + "\n";
        return (text + TextFormat.checksum(text)).getBytes(StandardCharsets.UTF_8);
    }
}
