package org.muniment.delivery;

import java.util.List;

/// This is one line of the withholding index: a document that is withheld whole.
///
/// @param item its number in the review, by which a requester can ask about it
/// @param pages 0 where they cannot be counted, or are not told
record WithheldLine(
        int item,
        String date,
        String type,
        String people,
        int pages,
        List<String> exemptions,
        List<String> citations,
        String basis) {
    WithheldLine {
        exemptions = List.copyOf(exemptions);
        citations = List.copyOf(citations);
    }

    /// The cells of its row, as paper and table have them.
    List<String> cells() {
        return List.of(
                "" + item,
                date,
                type,
                people,
                pages == 0 ? "" : "" + pages,
                String.join("; ", exemptions),
                String.join("; ", citations),
                basis);
    }
}
