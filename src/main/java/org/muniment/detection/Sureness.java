package org.muniment.detection;

/// This is how sure a rule is of what it found.
public enum Sureness {
    /// The words around it name it, or its pattern and check digit leave little else.
    HIGH,
    /// More likely than not.
    FAIR,
    /// A guess: shown only to who asks for guesses.
    LOW;

    private static final int HIGH_MIN = 75;
    private static final int FAIR_MIN = 45;

    static Sureness of(int score) {
        if (score >= HIGH_MIN) return HIGH;
        return score >= FAIR_MIN ? FAIR : LOW;
    }
}
