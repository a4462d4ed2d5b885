package org.muniment.request;

import java.time.Instant;

/// This is where a request stands, with what belongs to standing there.
public sealed interface RequestStatus {
    Instant since();

    record Received(Instant since) implements RequestStatus {}

    /// The requester was asked something.
    record Clarification(Instant since, String question) implements RequestStatus {}

    record FeePending(Instant since, String why) implements RequestStatus {}

    record Searching(Instant since) implements RequestStatus {}

    record InReview(Instant since) implements RequestStatus {}

    record WithCounsel(Instant since, String question) implements RequestStatus {}

    record AwaitingApproval(Instant since) implements RequestStatus {}

    /// Some of it has gone out.
    ///
    /// @param parts how many releases, 1 or more
    record ReleasedInParts(Instant since, int parts) implements RequestStatus {}

    record Closed(Instant since, Determination determination, String explanation) implements RequestStatus {}

    record Reopened(Instant since, String reason) implements RequestStatus {}

    /// It was closed, and the requester appealed: the appeal is a request of its own.
    record Appealed(Instant since, Determination determination, RequestId appeal) implements RequestStatus {}

    /// It should never have been entered; its number is not used again.
    record Misfiled(Instant since, String reason) implements RequestStatus {}

    /// The same without its data, as tables and pages name it.
    enum Kind {
        RECEIVED("received"),
        CLARIFICATION("waiting for the requester"),
        FEE_PENDING("waiting for the fee"),
        SEARCHING("being searched"),
        REVIEW("in review"),
        COUNSEL("with counsel"),
        APPROVAL("waiting for approval"),
        RELEASED_IN_PARTS("released, not closed yet"),
        CLOSED("closed"),
        REOPENED("reopened"),
        APPEALED("appealed"),
        MISFILED("set aside as entered by mistake");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /// As it stands in a sentence.
        String words() {
            return words;
        }
    }

    default Kind kind() {
        return switch (this) {
            case Received _ -> Kind.RECEIVED;
            case Clarification _ -> Kind.CLARIFICATION;
            case FeePending _ -> Kind.FEE_PENDING;
            case Searching _ -> Kind.SEARCHING;
            case InReview _ -> Kind.REVIEW;
            case WithCounsel _ -> Kind.COUNSEL;
            case AwaitingApproval _ -> Kind.APPROVAL;
            case ReleasedInParts _ -> Kind.RELEASED_IN_PARTS;
            case Closed _ -> Kind.CLOSED;
            case Reopened _ -> Kind.REOPENED;
            case Appealed _ -> Kind.APPEALED;
            case Misfiled _ -> Kind.MISFILED;
        };
    }

    /// Whether somebody still works on it.
    default boolean isOpen() {
        return switch (kind()) {
            case CLOSED, APPEALED, MISFILED -> false;
            case RECEIVED,
                    CLARIFICATION,
                    FEE_PENDING,
                    SEARCHING,
                    REVIEW,
                    COUNSEL,
                    APPROVAL,
                    RELEASED_IN_PARTS,
                    REOPENED -> true;
        };
    }
}
