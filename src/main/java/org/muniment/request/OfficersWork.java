package org.muniment.request;

import org.muniment.access.AccessRefused;
import org.springframework.http.HttpStatus;

/// The person sees the request and does not run it.
final class OfficersWork extends AccessRefused {
    OfficersWork() {
        super(
                HttpStatus.FORBIDDEN,
                "officers-work",
                "The records officer does this",
                "You see this request, and its records officer or counsel runs it. Ask them, or write a note.");
    }
}
