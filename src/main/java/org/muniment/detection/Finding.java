package org.muniment.detection;

/// This is a place in a text that may hold personal data. `from` and `to` count the code points of the text, from 0;
/// `to` is the first one that no longer belongs to it. `score` is 1 to 99; `why` is a sentence for the reviewer, which
/// never repeats what stands there.
public record Finding(PersonalData kind, int from, int to, int score, String why) {
    static final int SCORE_MAX = 99;

    public Finding {
        if (from < 0 || to <= from) throw new IllegalArgumentException("a finding covers a part of the text");
        if (score < 1 || score > SCORE_MAX) throw new IllegalArgumentException("a score is 1 to 99, not " + score);
    }

    public Sureness sureness() {
        return Sureness.of(score);
    }
}
