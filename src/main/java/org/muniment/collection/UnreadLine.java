package org.muniment.collection;

import java.util.List;
import org.muniment.search.UnreadMessage;

/// This is a message that a search could not decide on, because something in it could not be read, and why.
///
/// @param accession its first capture
record UnreadLine(long accession, List<String> kinds) {
    UnreadLine {
        kinds = List.copyOf(kinds);
    }

    static UnreadLine of(UnreadMessage unread) {
        return new UnreadLine(unread.message().accession().index(), unread.kinds());
    }
}
