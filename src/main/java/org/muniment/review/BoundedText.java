package org.muniment.review;

/// Text for a pattern to be matched against that gives out after so many looks at it: a pattern that backtracks without
/// end ends here. Counting looks, not time, makes the answer the same on every machine.
final class BoundedText implements CharSequence {
    private final CharSequence text;
    private long looksLeft;

    BoundedText(CharSequence text) {
        this.text = text;
        this.looksLeft = 20_000_000L + 500L * text.length();
    }

    @Override
    public char charAt(int index) {
        if (--looksLeft < 0) throw new LooksAreSpent();
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text.toString();
    }

    static final class LooksAreSpent extends RuntimeException {}
}
