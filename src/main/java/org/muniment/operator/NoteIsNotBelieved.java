package org.muniment.operator;

import java.io.IOException;

/// Refusal: a note is none, or not signed by the key that was given. The sentence says which.
final class NoteIsNotBelieved extends IOException {
    NoteIsNotBelieved(String sentence) {
        super(sentence);
    }
}
