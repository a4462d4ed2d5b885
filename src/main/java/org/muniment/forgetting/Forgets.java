package org.muniment.forgetting;

import org.muniment.archive.AccessionRanges;

/// This is a part of the program that keeps something derived from what messages say: rows, pages, what it read before.
public interface Forgets {
    /// Takes out all that came from these captures; on disk on return. It may be told of the same ones again, and of
    /// some it never knew.
    void forget(AccessionRanges gone);
}
