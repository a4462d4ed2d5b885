package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Path;

/// Nobody says what the passphrase of the keystore is. Nothing is damaged, and nothing was changed.
public final class PassphraseIsMissing extends IOException {
    PassphraseIsMissing(Path keystore, Path passphraseFile) {
        super("The passphrase of the keystore " + keystore + " is missing: restore the file " + passphraseFile
                + ", or name where it is in MUNIMENT_PASSPHRASE_FILE, or put the passphrase itself into"
                + " MUNIMENT_PASSPHRASE, or start this at a terminal, where it is asked for.");
    }
}
