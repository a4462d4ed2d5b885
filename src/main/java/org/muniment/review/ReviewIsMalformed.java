package org.muniment.review;

import org.muniment.request.RequestRefused;
import org.springframework.http.HttpStatus;

/// What a reviewer asked for cannot be done as it was written; the sentence says what to correct.
public final class ReviewIsMalformed extends RequestRefused {
    ReviewIsMalformed(String sentence) {
        super(HttpStatus.BAD_REQUEST, "review-is-malformed", "Please correct this", sentence);
    }
}
