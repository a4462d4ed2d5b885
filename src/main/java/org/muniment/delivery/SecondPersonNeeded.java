package org.muniment.delivery;

import org.muniment.request.RequestRefused;
import org.springframework.http.HttpStatus;

/// Whoever prepared a release does not finalise it.
final class SecondPersonNeeded extends RequestRefused {
    SecondPersonNeeded() {
        super(
                HttpStatus.FORBIDDEN,
                "second-person-needed",
                "A second person is needed",
                "You prepared this release, so another records officer, or counsel, has to finalise it.");
    }
}
