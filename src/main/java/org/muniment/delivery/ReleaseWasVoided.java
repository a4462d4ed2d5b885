package org.muniment.delivery;

import org.muniment.request.RequestRefused;
import org.springframework.http.HttpStatus;

/// What was prepared is not what would be released now.
final class ReleaseWasVoided extends RequestRefused {
    ReleaseWasVoided(String why) {
        super(
                HttpStatus.CONFLICT,
                "release-void",
                "This release is void",
                why + " Nothing was released. Prepare the release again.");
    }
}
