package org.muniment.archive;

/// Refusal: the keystore has no such version of the root key; it may have been destroyed.
public final class NoSuchRoot extends RuntimeException {
    NoSuchRoot(int version) {
        super("There is no version " + version + " of the root key here. `muniment keys` names those there are.");
    }
}
