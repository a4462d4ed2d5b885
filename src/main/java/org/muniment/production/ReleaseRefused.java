package org.muniment.production;

/// This is the refusal to release: what is wrong, where, and what to do next. It never repeats withheld text.
public final class ReleaseRefused extends RuntimeException {
    public ReleaseRefused(String sentence) {
        super(sentence);
    }
}
