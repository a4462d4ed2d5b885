package org.muniment.access;

import java.time.Duration;
import org.springframework.http.HttpStatus;

/// Somebody asks faster than a person or a reasonable program does.
public final class TooManyRequests extends AccessRefused {
    private final Duration waiting;

    TooManyRequests(Duration waiting) {
        super(
                HttpStatus.TOO_MANY_REQUESTS,
                "too-many-requests",
                "Too many requests",
                "Too many requests came at once. Nothing is lost: wait " + Math.ceilDiv(waiting.toMillis(), 1000L)
                        + " seconds, then go on. A program waits as long as the header Retry-After says.");
        this.waiting = waiting;
    }

    @Override
    protected Duration waiting() {
        return waiting;
    }
}
