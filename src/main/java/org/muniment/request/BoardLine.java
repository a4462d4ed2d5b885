package org.muniment.request;

import java.time.Instant;
import java.util.Optional;

/// This is one line of the board.
///
/// @param about what it asks for, in at most 120 characters
record BoardLine(
        long id,
        String label,
        RequestStatus.Kind status,
        Instant since,
        Instant receivedAt,
        String requester,
        String about,
        Optional<String> officer) {
    private static final int ABOUT_LENGTH_MAX = 120;

    static BoardLine of(RecordsRequest request) {
        return new BoardLine(
                request.id().number(),
                request.label(),
                request.status().kind(),
                request.status().since(),
                request.receivedAt(),
                request.requester().shownName(),
                about(request),
                request.officer().map(AssignedPerson::name));
    }

    private static String about(RecordsRequest request) {
        String said = request.subject().words().isEmpty()
                ? request.words()
                : request.subject().words();
        String line = said.replaceAll("\\s+", " ");
        return line.length() <= ABOUT_LENGTH_MAX ? line : line.substring(0, ABOUT_LENGTH_MAX - 1) + "…";
    }
}
