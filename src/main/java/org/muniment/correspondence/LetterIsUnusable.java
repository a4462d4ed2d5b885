package org.muniment.correspondence;

import org.muniment.request.RequestRefused;
import org.springframework.http.HttpStatus;

/// A letter cannot be kept, issued or sent so. The sentence says what to do.
final class LetterIsUnusable extends RequestRefused {
    LetterIsUnusable(String sentence) {
        super(HttpStatus.BAD_REQUEST, "letter-is-unusable", "This cannot be done with the letter", sentence);
    }
}
