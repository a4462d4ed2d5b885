package org.muniment.review;

import java.time.Instant;
import java.util.Optional;
import org.muniment.request.RequestId;

/// One item as it is kept: what the list shows of it, and its state.
///
/// @param counselDecided whether counsel has decided it since counsel keeps it back
record ItemRow(
        long id,
        RequestId request,
        int number,
        ReviewMatter matter,
        ItemLine line,
        boolean keptBack,
        boolean counselDecided,
        Optional<Assignee> assignee,
        int version,
        ItemState state) {
    /// Who is to decide it.
    record Assignee(long person, String name) {}

    /// What tells items apart in a list.
    ///
    /// @param identical the same for messages of the same sender, words and attachments
    record ItemLine(Optional<Instant> sentAt, String sender, String subject, int attachments, String identical) {}

    ReviewItem item() {
        return new ReviewItem(
                request,
                number,
                matter,
                state.verdict().decision(),
                state.marks(),
                keptBack,
                waitsForCounsel(),
                version);
    }

    private boolean waitsForCounsel() {
        return keptBack
                && !counselDecided
                && switch (state.verdict().kind()) {
                    case RELEASE, REDACT -> true;
                    case UNDECIDED, NOT_RESPONSIVE, WITHHOLD, REFERRED -> false;
                };
    }
}
