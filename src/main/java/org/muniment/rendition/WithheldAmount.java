package org.muniment.rendition;

import java.util.Arrays;

/// This is how much was withheld in one place, as the box says it where the law wants the amount stated. The classes
/// are coarse, so that none tells which word it was.
public enum WithheldAmount {
    WORDS("up to 10 words", 10, 0.7),
    FEW_LINES("up to 5 lines", 100, 5),
    LINES("up to 20 lines", 400, 20),
    PAGE("up to 1 page", 1_000, 50),
    FEW_PAGES("up to 5 pages", 5_000, 250),
    PAGES("up to 25 pages", 25_000, 1_250),
    MORE("more than 25 pages", Long.MAX_VALUE, Double.MAX_VALUE);

    private static final double LINE_CHARACTERS = 90;

    private final String words;
    private final long wordsMax;
    private final double linesMax;

    WithheldAmount(String words, long wordsMax, double linesMax) {
        this.words = words;
        this.wordsMax = wordsMax;
        this.linesMax = linesMax;
    }

    /// The first class that holds the text. Its lines are counted as a page would break them.
    public static WithheldAmount of(String text) {
        long words = Arrays.stream(text.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .count();
        double lines = 0;
        for (var line : text.split("\n", -1)) lines += linesOf(line);
        for (var amount : values()) if (words <= amount.wordsMax && lines <= amount.linesMax) return amount;
        return MORE;
    }

    /// What the box and the redaction log say.
    public String words() {
        return words;
    }

    /// A text of one line may be less than that; of several, each counts whole.
    private static double linesOf(String line) {
        return line.codePointCount(0, line.length()) / LINE_CHARACTERS;
    }
}
