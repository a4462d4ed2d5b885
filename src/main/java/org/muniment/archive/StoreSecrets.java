package org.muniment.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;

/// The key from which those of secrets beside the archive are derived. Until the root key is first rotated it is what
/// HKDF (RFC 5869) extracts from root 1, and stands in no file; from then on it is kept, wrapped by a root key, so that
/// it outlives each of them.
///
/// @param rootVersion version of the root key that wraps it
record StoreSecrets(int rootVersion, WrappedKey key) {
    private static final String FIRST_LINE = "muniment secrets key v1";

    /// Returns the key of a store, from its file or its first root.
    static SecretKey key(StoreLayout layout, KeyVault vault) throws IOException {
        if (Files.exists(layout.secrets())) return read(layout).unwrapped(layout, vault);
        if (vault.rootVersion() == KeyVault.FIRST_ROOT
                && vault.root(KeyVault.FIRST_ROOT, layout.keystore().toString()) instanceof KeptRoot root)
            return extracted(root.entry());
        throw new StoreIsDamaged(layout.secrets() + " is missing" + KeyTable.RESTORE);
    }

    private SecretKey unwrapped(StoreLayout layout, KeyVault vault) throws StoreIsDamaged {
        return unwrapped(layout, vault.root(rootVersion, layout.secrets().toString()));
    }

    SecretKey unwrapped(StoreLayout layout, RootKey by) throws StoreIsDamaged {
        return by.unwrap(key, layout.secrets().toString());
    }

    /// What the first root key stands for.
    static SecretKey extracted(SecretKey root) {
        try {
            var extraction = HKDFParameterSpec.ofExtract().addIKM(root).extractOnly();
            return KDF.getInstance("HKDF-SHA256").deriveKey(Primitives.KEY_ALGORITHM, extraction);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java since 25 derives keys", impossible);
        }
    }

    /// Returns the key for one use: another one than every other use's.
    static SecretKey derived(SecretKey from, String use) {
        byte[] info = ("muniment key " + KeyVault.FIRST_ROOT + " for " + use).getBytes(StandardCharsets.UTF_8);
        try {
            var derivation = HKDFParameterSpec.expandOnly(from, info, RecordSecrets.KEY_BYTES);
            return KDF.getInstance("HKDF-SHA256").deriveKey(Primitives.KEY_ALGORITHM, derivation);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java since 25 derives keys", impossible);
        }
    }

    /// Keeps the key wrapped by the newest root; it is on disk on return.
    static void keep(StoreLayout layout, SecretKey key, KeyVault vault) throws IOException {
        int version = vault.rootVersion();
        keep(layout, key, version, vault.root(version, layout.secrets().toString()));
    }

    static void keep(StoreLayout layout, SecretKey key, int version, RootKey by) throws IOException {
        DurableFiles.replace(layout.secrets(), new StoreSecrets(version, by.wrap(key)).encoded());
        SecretKey again = read(layout).unwrapped(layout, by);
        if (!MessageDigest.isEqual(again.getEncoded(), key.getEncoded()))
            throw new StoreIsDamaged(layout.secrets() + ": the key that was read back is another one");
    }

    static StoreSecrets read(StoreLayout layout) throws IOException {
        byte[] bytes = Files.readAllBytes(layout.secrets());
        String text = new String(bytes, StandardCharsets.UTF_8);
        TextFormat.refuseNewer(text, layout.secrets());
        List<String> lines = text.lines().toList();
        try {
            var read = new StoreSecrets(
                    Integer.parseInt(TextFormat.value(lines, 1, "root")),
                    new WrappedKey(HexFormat.of().parseHex(TextFormat.value(lines, 2, "key"))));
            if (MessageDigest.isEqual(read.encoded(), bytes)) return read;
        } catch (IllegalArgumentException e) {
            throw damaged(layout, e);
        }
        throw damaged(layout, new IllegalArgumentException("other bytes than were written"));
    }

    private static StoreIsDamaged damaged(StoreLayout layout, IllegalArgumentException e) {
        return new StoreIsDamaged(layout.secrets() + ": the key is not what was written" + KeyTable.RESTORE, e);
    }

    private byte[] encoded() {
        String text =
                FIRST_LINE + "\nroot " + rootVersion + "\nkey " + HexFormat.of().formatHex(key.bytes()) + "\n";
        return (text + TextFormat.checksum(text)).getBytes(StandardCharsets.UTF_8);
    }
}
