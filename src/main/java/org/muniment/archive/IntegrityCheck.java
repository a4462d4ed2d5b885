package org.muniment.archive;

/// This is the comparison of what is stored with what was signed.
public final class IntegrityCheck {
    private IntegrityCheck() {}

    /// How much is read.
    public enum Level {
        /// Chain of segments, sizes, last checkpoint: seconds at any size.
        QUICK,
        /// Every byte: checksums, decryption, leaves, root, every checkpoint ever signed.
        FULL
    }
}
