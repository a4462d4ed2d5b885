package org.muniment.request;

import org.springframework.http.HttpStatus;

/// An approval cannot be given, or not by this person.
final class NotYoursToApprove extends RequestRefused {
    NotYoursToApprove(String sentence) {
        super(HttpStatus.CONFLICT, "not-yours-to-approve", "This cannot be approved so", sentence);
    }
}
