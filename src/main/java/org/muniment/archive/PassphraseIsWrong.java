package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Path;

/// The passphrase opens no key of this store. Nothing is damaged, and nothing was changed.
public final class PassphraseIsWrong extends IOException {
    PassphraseIsWrong(Path keystore, Path passphraseFile, Throwable cause) {
        super(
                "The passphrase in " + passphraseFile + " does not open the keystore " + keystore
                        + ": it is wrong, or another store's. Put the right one into that file, or name where it is in"
                        + " MUNIMENT_PASSPHRASE_FILE. Nothing is damaged and nothing was changed.",
                cause);
    }

    PassphraseIsWrong(Path keystore, Path passphraseFile) {
        super("The passphrase of the keystore " + keystore + " is missing: the file " + passphraseFile
                + " is empty. Put the right one into it, or name where it is in MUNIMENT_PASSPHRASE_FILE.");
    }
}
