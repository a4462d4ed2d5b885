package org.muniment.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.deadline.Deadline;
import org.muniment.deadline.DeadlineKind;

/// This is one line of the board.
///
/// @param about what it asks for, in at most 120 characters
/// @param isMine whether whoever asks is its officer or reviews it
/// @param departments that are asked
/// @param dueOn by law; absent where it sets no day, while the clock stands still, and after the end
/// @param lateness how that stands today
/// @param waitsForMe whether an approval of the person's is waited for
/// @param isApproved whether the approval it stands at is given, for the review as it is now
record BoardLine(
        long id,
        String label,
        RequestStatus.Kind status,
        Optional<Determination> determination,
        Instant since,
        Instant receivedAt,
        String requester,
        String about,
        Optional<String> officer,
        boolean isMine,
        List<String> departments,
        Optional<LocalDate> dueOn,
        Optional<DeadlineKind> dueKind,
        Deadline.Lateness lateness,
        boolean standsStill,
        boolean waitsForMe,
        boolean isApproved) {
    private static final int ABOUT_LENGTH_MAX = 120;

    static BoardLine of(
            RecordsRequest request,
            Actor actor,
            Deadline deadline,
            LocalDate today,
            List<String> departments,
            boolean waitsForMe,
            boolean isApproved) {
        boolean isOpen = request.status().isOpen();
        return new BoardLine(
                request.id().number(),
                request.label(),
                request.status().kind(),
                request.status() instanceof RequestStatus.Closed closed
                        ? Optional.of(closed.determination())
                        : Optional.empty(),
                request.status().since(),
                request.receivedAt(),
                request.requester().shownName(),
                about(request),
                request.officer().map(AssignedPerson::name),
                isMine(request, actor),
                departments,
                isOpen ? deadline.dueOn() : Optional.empty(),
                deadline.dueOn().isPresent() ? Optional.of(deadline.kind()) : Optional.empty(),
                isOpen ? deadline.lateness(today) : Deadline.Lateness.NO_DATE,
                isOpen && deadline.standsStill(),
                waitsForMe,
                isApproved);
    }

    private static boolean isMine(RecordsRequest request, Actor actor) {
        return request.officer().stream().anyMatch(one -> one.person().equals(actor.person()))
                || request.reviewers().stream().anyMatch(one -> one.person().equals(actor.person()));
    }

    static String about(RecordsRequest request) {
        String said = request.subject().words().isEmpty()
                ? request.words()
                : request.subject().words();
        String line = said.replaceAll("\\s+", " ");
        return line.length() <= ABOUT_LENGTH_MAX ? line : line.substring(0, ABOUT_LENGTH_MAX - 1) + "…";
    }
}
