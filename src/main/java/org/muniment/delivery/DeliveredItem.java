package org.muniment.delivery;

import java.util.List;
import java.util.Optional;
import org.muniment.archive.AccessionNumber;

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
    private static final String MAIL = "mail:";

    DeliveredItem {
        exemptions = List.copyOf(exemptions);
    }

    /// The message it is; empty for a file that is not mail.
    Optional<AccessionNumber> message() {
        return matter.startsWith(MAIL)
                ? Optional.of(new AccessionNumber(Long.parseLong(matter.substring(MAIL.length()))))
                : Optional.empty();
    }

    /// How a message is named here.
    static String matter(AccessionNumber message) {
        return MAIL + message.index();
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
