package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Path;

/// The passphrase opens no key of this store. Nothing is damaged, and nothing was changed.
public final class PassphraseIsWrong extends IOException {
    PassphraseIsWrong(Path keystore, Passphrase passphrase, Throwable cause) {
        super(
                "The passphrase in " + passphrase.place() + " does not open the keystore " + keystore
                        + ": it is wrong, or another store's. Put the right one there, or name the file it is in in"
                        + " MUNIMENT_PASSPHRASE_FILE. Nothing is damaged and nothing was changed.",
                cause);
    }

    PassphraseIsWrong(Path keystore, Passphrase passphrase) {
        super("The passphrase of the keystore " + keystore + " is missing: " + passphrase.place()
                + " is empty. Put the right one there, or name the file it is in in MUNIMENT_PASSPHRASE_FILE.");
    }
}
