package org.muniment.review;

/// This is how far a review is, in items.
///
/// @param undecided nobody decided yet, those kept back among them
/// @param drafts have a mark that is not final, whatever their decision
/// @param withCounsel referred to counsel, or kept back and not decided by counsel
public record ReviewProgress(
        int total,
        int undecided,
        int notResponsive,
        int release,
        int redact,
        int withhold,
        int referred,
        int drafts,
        int withCounsel,
        int keptBack) {
    /// Whether nothing of the review stands in the way of a release.
    public boolean isFinished() {
        return undecided == 0 && referred == 0 && drafts == 0;
    }
}
