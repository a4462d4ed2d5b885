package org.muniment.correspondence;

import org.muniment.request.RequestRefused;
import org.springframework.http.HttpStatus;

/// The request has no such letter or draft.
final class NoSuchLetter extends RequestRefused {
    NoSuchLetter() {
        super(
                HttpStatus.NOT_FOUND,
                "no-such-letter",
                "There is no such letter",
                "This request has no such letter, or the draft was issued or put away. Open its letters again.");
    }
}
