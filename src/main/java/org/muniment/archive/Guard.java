package org.muniment.archive;

import java.io.IOException;

/// This is who knows what must be kept, whatever a schedule says. Without one, nothing is destroyed.
public interface Guard {
    /// Returns the number of the last entry of the log that changed what must be kept; -1 if none ever did. Until an
    /// entry's effect is in what [#held] answers, it is not counted here.
    long version();

    /// Returns those of these records that must be kept. They are captures, and deliveries that repeated one, each of
    /// which has an envelope of its own. In doubt a record is held.
    AccessionRanges held(AccessionRanges records) throws IOException;

    /// Whether events of this kind change what must be kept.
    boolean changesHolds(String kind);
}
