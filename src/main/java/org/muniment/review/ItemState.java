package org.muniment.review;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// All that was decided about one item: what an act changes, and what undoing it brings back.
///
/// @param marksMade how many marks the item ever had: the next one's number follows
/// @param advice counsel's answer to the last question
/// @param dismissed suggestions that somebody found wrong
record ItemState(
        Verdict verdict,
        List<PlaceMark> marks,
        int marksMade,
        Optional<CounselAdvice> advice,
        List<Dismissal> dismissed) {
    static final ItemState FRESH = new ItemState(Verdict.NONE, List.of(), 0, Optional.empty(), List.of());

    /// Counsel's answer.
    record CounselAdvice(String question, String answer, boolean isPrivileged, String by, Instant at) {}

    /// A suggestion that somebody found wrong, by its key.
    record Dismissal(String key, String reason, String by, Instant at) {}

    ItemState {
        marks = List.copyOf(marks);
        dismissed = List.copyOf(dismissed);
    }

    ItemState decided(ReviewDecision decision) {
        Verdict next = Verdict.of(decision);
        return new ItemState(
                decision instanceof ReviewDecision.Referred ? next.keeping(verdict) : next,
                marks,
                marksMade,
                advice,
                dismissed);
    }

    ItemState advised(CounselAdvice given) {
        return new ItemState(Verdict.NONE, marks, marksMade, Optional.of(given), dismissed);
    }

    ItemState dismissing(Dismissal dismissal) {
        List<Dismissal> all = new ArrayList<>(dismissed);
        all.add(dismissal);
        return new ItemState(verdict, marks, marksMade, advice, all);
    }

    /// With one more mark. What was to be released whole or withheld is undecided again: it says
    /// something else now.
    ItemState marked(PlaceMark mark) {
        List<PlaceMark> all = new ArrayList<>(marks);
        all.add(mark);
        return new ItemState(verdictWith(all), all, Math.max(marksMade, mark.number()), advice, dismissed);
    }

    /// With these marks instead. Without any left, redacting means nothing: it is undecided again.
    ItemState withMarks(List<PlaceMark> others) {
        return new ItemState(verdictWith(others), others, marksMade, advice, dismissed);
    }

    private Verdict verdictWith(List<PlaceMark> others) {
        return switch (verdict.kind()) {
            case RELEASE -> others.isEmpty() ? verdict : Verdict.NONE;
            case REDACT -> others.isEmpty() ? Verdict.NONE : verdict;
            case UNDECIDED, NOT_RESPONSIVE, WITHHOLD, REFERRED -> verdict;
        };
    }

    /// Whether counsel called it so when counsel answered last.
    boolean isPrivileged() {
        return advice.filter(CounselAdvice::isPrivileged).isPresent();
    }

    int drafts() {
        return (int) marks.stream().filter(PlaceMark::isDraft).count();
    }

    Optional<PlaceMark> mark(int number) {
        return marks.stream().filter(mark -> mark.number() == number).findFirst();
    }
}
