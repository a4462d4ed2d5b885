package org.muniment.collection;

import java.util.List;
import org.muniment.search.ParticipantCount;

/// This is what one run of a search counted, exactly, and how far it could look.
///
/// @param total messages that match and that counsel does not keep back; the same whoever runs the search
/// @param captures those messages as they were delivered: one message may have come several times
/// @param unsearchable messages whose unread content could change the answer
/// @param keptBack messages that match and that counsel keeps back
/// @param keptBackUnsearchable messages kept back whose unread content could change the answer
/// @param indexedThrough the size of the log up to which the index had read
/// @param logSize the size of the log that was signed last, and `logRoot` its root in base64; 0 and nothing before the
/// first
/// @param wholeCity false if the person sees the mail of some departments only
/// @param custodians people of the city's departments who sent or received what matches, most messages first
/// @param custodiansLeftOut how many more there are
/// @param departmentsKnown whether the archive knows any department's addresses, so that it can name custodians
/// @param unread the messages that `unsearchable` counts, newest first
/// @param unreadLeftOut how many more there are
record RunCounts(
        long total,
        long captures,
        long unsearchable,
        long keptBack,
        long keptBackUnsearchable,
        long indexedThrough,
        long logSize,
        String logRoot,
        boolean wholeCity,
        List<ParticipantCount> custodians,
        long custodiansLeftOut,
        boolean departmentsKnown,
        List<UnreadLine> unread,
        long unreadLeftOut) {
    RunCounts {
        custodians = List.copyOf(custodians);
        unread = List.copyOf(unread);
    }

    /// Everything that matches, for whoever it is.
    long matching() {
        return total + keptBack;
    }
}
