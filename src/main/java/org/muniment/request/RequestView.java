package org.muniment.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.muniment.deadline.Deadline;
import org.muniment.deadline.DeadlineKind;

/// This is a request as its page shows it.
///
/// @param jurisdiction such as us-ct
/// @param jurisdictionName such as Connecticut
/// @param lawOn the day whose law is the request's
/// @param moves where it may go next, for whoever runs it
/// @param runsIt whether whoever asks may move it on
record RequestView(
        long id,
        String label,
        String jurisdiction,
        String jurisdictionName,
        Optional<String> office,
        Instant receivedAt,
        LocalDate lawOn,
        ReceivedBy receivedBy,
        Instant enteredAt,
        String words,
        RequestSubject subject,
        Requester requester,
        StatusView status,
        int releases,
        Optional<RequestPerson> officer,
        List<RequestPerson> reviewers,
        List<ContactTable.DepartmentContact> contacts,
        Optional<LinkedRequest> appealOf,
        Optional<LinkedRequest> appeal,
        RequestDue due,
        List<RequestStatus.Kind> moves,
        boolean runsIt,
        ApprovalState approval) {

    record LinkedRequest(long id, String label) {}

    /// When it is due by law, in short; the clock's own tab says how that was counted.
    record RequestDue(
            Optional<LocalDate> dueOn,
            DeadlineKind kind,
            String sentence,
            String citation,
            Deadline.Lateness lateness,
            boolean standsStill) {}

    /// Whether the named authority has approved, for the review as it is now.
    enum ApprovalState {
        NOT_ASKED,
        WAITING,
        GIVEN,
        REFUSED,
        OUTDATED
    }

    /// @param words the question asked, the reason or the explanation
    record StatusView(
            RequestStatus.Kind kind,
            Instant since,
            boolean isOpen,
            Optional<String> words,
            Optional<Determination> determination,
            Optional<Long> appeal) {
        static StatusView of(RequestStatus status) {
            Optional<String> words = switch (status) {
                case RequestStatus.Clarification asked -> Optional.of(asked.question());
                case RequestStatus.FeePending fee -> Optional.of(fee.why());
                case RequestStatus.WithCounsel asked -> Optional.of(asked.question());
                case RequestStatus.Reopened reopened -> Optional.of(reopened.reason());
                case RequestStatus.Misfiled misfiled -> Optional.of(misfiled.reason());
                case RequestStatus.Closed closed -> Optional.of(closed.explanation());
                case RequestStatus.Received _,
                        RequestStatus.Searching _,
                        RequestStatus.InReview _,
                        RequestStatus.AwaitingApproval _,
                        RequestStatus.ReleasedInParts _,
                        RequestStatus.Appealed _ -> Optional.empty();
            };
            Optional<Determination> determination = status instanceof RequestStatus.Closed closed
                    ? Optional.of(closed.determination())
                    : status instanceof RequestStatus.Appealed appealed
                            ? Optional.of(appealed.determination())
                            : Optional.empty();
            Optional<Long> appeal = status instanceof RequestStatus.Appealed appealed
                    ? Optional.of(appealed.appeal().number())
                    : Optional.empty();
            return new StatusView(status.kind(), status.since(), status.isOpen(), words, determination, appeal);
        }
    }

    record RequestPerson(long id, String name) {
        static RequestPerson of(AssignedPerson who) {
            return new RequestPerson(who.person().number(), who.name());
        }
    }
}
