package org.muniment.review;

/// What people write beside a decision.
final class Written {
    static final int LENGTH_MAX = 2_000;

    private Written() {}

    static String required(String text, String sentence) {
        String kept = kept(text);
        if (kept.isEmpty()) throw new ReviewIsMalformed(sentence);
        return kept;
    }

    static String kept(String text) {
        String stripped = text.strip();
        if (stripped.length() > LENGTH_MAX)
            throw new ReviewIsMalformed("Write at most %,d characters.".formatted(LENGTH_MAX));
        return stripped;
    }
}
