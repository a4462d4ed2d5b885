package org.muniment.archive;

import javax.crypto.SecretKey;

/// A root key that is in the keystore itself.
record KeptRoot(SecretKey entry) implements RootKey {
    @Override
    public WrappedKey wrap(SecretKey key) {
        return Primitives.wrap(key, entry);
    }

    @Override
    public SecretKey unwrap(WrappedKey wrapped, String place) throws StoreIsDamaged {
        return Primitives.unwrap(wrapped, entry, place);
    }
}
