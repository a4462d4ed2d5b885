package org.muniment.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A decision as one flat form: so it is written down, sent to the page and sent back.
///
/// @param grounds of what is withheld, also while counsel is asked about it
/// @param text the reason for withholding, or the question to counsel
/// @param dueOn when counsel's answer is due
/// @param by who referred it
record Verdict(
        ReviewDecision.Kind kind, List<Ground> grounds, String text, Optional<LocalDate> dueOn, Optional<String> by) {
    static final Verdict NONE = new Verdict(ReviewDecision.Kind.UNDECIDED);

    Verdict {
        grounds = List.copyOf(grounds);
    }

    private Verdict(ReviewDecision.Kind kind) {
        this(kind, List.of(), "", Optional.empty(), Optional.empty());
    }

    static Verdict of(ReviewDecision decision) {
        return switch (decision) {
            case ReviewDecision.Withhold it ->
                new Verdict(it.kind(), it.grounds(), it.reason(), Optional.empty(), Optional.empty());
            case ReviewDecision.Referred it ->
                new Verdict(it.kind(), List.of(), it.question(), Optional.of(it.dueOn()), Optional.of(it.referredBy()));
            case ReviewDecision.Undecided it -> new Verdict(it.kind());
            case ReviewDecision.NotResponsive it -> new Verdict(it.kind());
            case ReviewDecision.Release it -> new Verdict(it.kind());
            case ReviewDecision.Redact it -> new Verdict(it.kind());
        };
    }

    /// Asking counsel is no way round what the item was withheld for.
    Verdict keeping(Verdict before) {
        return new Verdict(kind, before.grounds(), text, dueOn, by);
    }

    ReviewDecision decision() {
        return switch (kind) {
            case UNDECIDED -> new ReviewDecision.Undecided();
            case NOT_RESPONSIVE -> new ReviewDecision.NotResponsive();
            case RELEASE -> new ReviewDecision.Release();
            case REDACT -> new ReviewDecision.Redact();
            case WITHHOLD -> new ReviewDecision.Withhold(grounds, text);
            case REFERRED ->
                new ReviewDecision.Referred(
                        text,
                        dueOn.orElseThrow(() -> new ReviewIsMalformed("Say by when counsel's answer is needed.")),
                        by.orElse(""));
        };
    }
}
