package org.muniment.correspondence;

import java.util.List;
import java.util.Optional;
import org.muniment.request.Determination;
import org.muniment.request.RecordsRequest;
import org.muniment.request.RequestStatus;
import org.muniment.review.ReviewProgress;

/// This is the letter that fits a request as it stands, and why in a few words. Only proposed: any other may be
/// written.
record FittingLetter(LetterKind kind, String why) {

    /// Empty where nothing speaks for one letter more than for another.
    ///
    /// @param issued a letter that went out since the request stands so is not proposed again
    static Optional<FittingLetter> of(RecordsRequest request, ReviewProgress review, List<IssuedLetter> issued) {
        RequestStatus status = request.status();
        return proposed(request, review, issued)
                .filter(letter -> issued.stream()
                        .noneMatch(
                                one -> one.kind() == letter.kind() && !one.at().isBefore(status.since())));
    }

    private static Optional<FittingLetter> proposed(
            RecordsRequest request, ReviewProgress review, List<IssuedLetter> issued) {
        return switch (request.status()) {
            case RequestStatus.Received _ -> first(request, issued);
            case RequestStatus.Clarification _ ->
                fits(LetterKind.CLARIFICATION, "The request waits for the requester's answer.");
            case RequestStatus.FeePending _ -> fits(LetterKind.FEE_ESTIMATE, "The request waits for the fee.");
            case RequestStatus.Searching _ -> first(request, issued);
            case RequestStatus.InReview _, RequestStatus.WithCounsel _, RequestStatus.AwaitingApproval _ ->
                first(request, issued).or(() -> answer(review));
            case RequestStatus.ReleasedInParts _ ->
                fits(LetterKind.RELEASE_COVER, "Records are released: this goes with them.");
            case RequestStatus.Closed closed -> closing(closed.determination());
            case RequestStatus.Reopened _, RequestStatus.Appealed _, RequestStatus.Misfiled _ -> Optional.empty();
        };
    }

    /// What says that the request has come, until one such letter went out.
    private static Optional<FittingLetter> first(RecordsRequest request, List<IssuedLetter> issued) {
        boolean isAppeal = request.appealOf().isPresent();
        LetterKind kind = isAppeal ? LetterKind.APPEAL_ACKNOWLEDGEMENT : LetterKind.ACKNOWLEDGEMENT;
        if (issued.stream().anyMatch(letter -> letter.kind() == kind)) return Optional.empty();
        String what = isAppeal ? "appeal" : "request";
        return fits(kind, "The requester has no letter yet that says the " + what + " has come.");
    }

    private static Optional<FittingLetter> answer(ReviewProgress review) {
        if (review.total() == 0 || !review.isFinished()) return Optional.empty();
        if (review.notResponsive() == review.total())
            return fits(LetterKind.NO_RECORDS, "Nothing under review is what was asked for.");
        if (review.release() + review.redact() == 0)
            return fits(LetterKind.DENIAL, "All that was asked for is withheld.");
        return Optional.empty();
    }

    private static Optional<FittingLetter> closing(Determination determination) {
        LetterKind kind = switch (determination) {
            case GRANTED_IN_PART -> LetterKind.PARTIAL_GRANT;
            case DENIED -> LetterKind.DENIAL;
            case NO_RECORDS -> LetterKind.NO_RECORDS;
            case GRANTED, NOT_DESCRIBED, WITHDRAWN, UNPAID, DUPLICATE, REFERRED, NOT_OUR_RECORD, OTHER ->
                LetterKind.CLOSING;
        };
        return fits(kind, "The request is closed: " + determination.words() + ".");
    }

    private static Optional<FittingLetter> fits(LetterKind kind, String why) {
        return Optional.of(new FittingLetter(kind, why));
    }
}
