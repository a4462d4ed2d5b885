package org.muniment.request;

import org.springframework.http.HttpStatus;

/// A form about a request lacks something, or has something that cannot be kept.
final class IntakeIsIncomplete extends RequestRefused {
    IntakeIsIncomplete(String sentence) {
        super(HttpStatus.BAD_REQUEST, "intake-incomplete", "Something is missing", sentence);
    }
}
