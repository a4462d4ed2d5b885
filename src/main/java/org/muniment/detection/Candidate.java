package org.muniment.detection;

import java.util.Optional;

/// A finding before it is weighed against others at the same place: `from` and `to` are indexes of `char`.
record Candidate(PersonalData kind, int from, int to, int score, String why) {
    private static final int SCORE_MIN = 10;

    /// Empty if the score says that it is nothing.
    static Optional<Candidate> of(PersonalData kind, int from, int to, int score, String why) {
        if (score < SCORE_MIN) return Optional.empty();
        return Optional.of(new Candidate(kind, from, to, Math.min(score, Finding.SCORE_MAX), why));
    }
}
