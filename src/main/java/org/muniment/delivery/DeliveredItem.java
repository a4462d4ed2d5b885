package org.muniment.delivery;

import java.util.List;

/// This is what became of one item of the review in a release.
///
/// @param matter `mail:` and the accession number, or `file:` and its SHA-256
/// @param firstBates empty where there are no pages
/// @param fileName in the package; empty if it is not in there
record DeliveredItem(
        int item,
        String matter,
        String decisionSha256,
        Outcome outcome,
        String firstBates,
        String lastBates,
        int pages,
        String fileName,
        List<String> exemptions) {
    DeliveredItem {
        exemptions = List.copyOf(exemptions);
    }

    enum Outcome {
        RELEASED,
        REDACTED,
        /// A file that is not mail, released as it is.
        AS_IT_IS,
        WITHHELD,
        NOT_RESPONSIVE;

        boolean isOut() {
            return this == RELEASED || this == REDACTED || this == AS_IT_IS;
        }
    }
}
