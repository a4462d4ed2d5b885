package org.muniment.request;

import org.springframework.http.HttpStatus;

/// What a request looked for is history once it is over.
final class SubjectStands extends RequestRefused {
    SubjectStands() {
        super(
                HttpStatus.CONFLICT,
                "subject-stands",
                "This request is over",
                "What it looked for stays as it was answered. Reopen the request to change it.");
    }
}
