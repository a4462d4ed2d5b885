package org.muniment.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// This says which files in a store's `keys` may leave the machine. A keystore is known by its name and by
/// its bytes, so that one somebody put there under another name stays too.
public final class SecretFiles {
    private static final int LOOKED_AT_BYTES = 8;

    private SecretFiles() {}

    static boolean mayLeave(StoreLayout layout, Path file) throws IOException {
        String name = file.getFileName().toString();
        if (file.equals(layout.keystore()) || file.equals(layout.duplicateKeys())) return false;
        // Whoever restores a backup may have the second token only.
        if (file.equals(layout.tokenSerial())) return false;
        // There for the moment of a change, and of no use without the keystore beside it.
        if (file.equals(layout.keyChange())) return false;
        if (name.startsWith("root") || name.contains(".p12") || name.endsWith(".new")) return false;
        return !isKeystore(file);
    }

    /// Returns whether a file is a keystore, whatever its name: PKCS#12 (RFC 7292) is a sequence in DER that begins
    /// with its version, 3.
    public static boolean isKeystore(Path file) throws IOException {
        byte[] start;
        try (InputStream bytes = Files.newInputStream(file)) {
            start = bytes.readNBytes(LOOKED_AT_BYTES);
        }
        if (start.length < LOOKED_AT_BYTES || start[0] != 0x30) return false;
        int lengthBytes = start[1] < 0 ? start[1] & 0x7f : 0;
        if (lengthBytes > LOOKED_AT_BYTES - 5) return false;
        int at = 2 + lengthBytes;
        return Arrays.equals(Arrays.copyOfRange(start, at, at + 3), new byte[] {2, 1, 3});
    }
}
