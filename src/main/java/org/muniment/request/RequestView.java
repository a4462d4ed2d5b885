package org.muniment.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// This is a request as its page shows it.
///
/// @param jurisdiction such as us-ct
/// @param lawOn the day whose law is the request's
record RequestView(
        long id,
        String label,
        String jurisdiction,
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
        Optional<Long> appealOf) {

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

    static RequestView of(RecordsRequest request) {
        return new RequestView(
                request.id().number(),
                request.label(),
                request.jurisdiction().value(),
                request.office(),
                request.receivedAt(),
                request.lawOn(),
                request.receivedBy(),
                request.enteredAt(),
                request.words(),
                request.subject(),
                request.requester(),
                StatusView.of(request.status()),
                request.releases(),
                request.officer().map(RequestPerson::of),
                request.reviewers().stream().map(RequestPerson::of).toList(),
                request.appealOf().map(RequestId::number));
    }
}
