package org.muniment.archive;

import java.io.IOException;

/// How far a check goes into the body of a record, whose checksum is right already.
interface BodyCheck {
    /// Nothing is decrypted, so no key is needed.
    BodyCheck CHECKSUM_ONLY = (record, window) -> {};

    /// Throws [StoreIsDamaged] if the body is not what the public entry says.
    void check(StoredRecord record, SegmentWindow window) throws IOException;
}
