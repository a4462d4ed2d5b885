package org.muniment.archive;

import java.io.IOException;

/// What is stored is not what was written, at the place the sentence names. Nothing is repaired: a person must look.
public final class StoreIsDamaged extends IOException {
    private final String sentence;

    StoreIsDamaged(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    StoreIsDamaged(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
