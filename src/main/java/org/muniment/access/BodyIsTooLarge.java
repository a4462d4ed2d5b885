package org.muniment.access;

import org.springframework.http.HttpStatus;

/// More is sent than any form here has.
final class BodyIsTooLarge extends AccessRefused {
    private BodyIsTooLarge(HttpStatus status, String sentence) {
        super(status, "body-too-large", "Too much was sent", sentence);
    }

    static BodyIsTooLarge over(long bytesMax) {
        return new BodyIsTooLarge(
                HttpStatus.CONTENT_TOO_LARGE,
                "At most %,d bytes are taken here. Shorten what you wrote and send it again.".formatted(bytesMax));
    }

    static BodyIsTooLarge ofUnknownLength() {
        return new BodyIsTooLarge(
                HttpStatus.LENGTH_REQUIRED, "Say with Content-Length how much is sent, and send it again.");
    }
}
