package org.muniment.delivery;

import java.util.List;
import java.util.stream.Collectors;
import org.muniment.request.RequestRefused;
import org.springframework.http.HttpStatus;

/// A release cannot go on while something stands in the way; the sentences say what.
final class ReleaseIsNotReady extends RequestRefused {
    ReleaseIsNotReady(List<Obstacle> obstacles) {
        super(
                HttpStatus.CONFLICT,
                "release-not-ready",
                "The release is not ready",
                obstacles.stream().map(Obstacle::sentence).collect(Collectors.joining(" ")));
    }

    ReleaseIsNotReady(String sentence) {
        this(List.of(new Obstacle(sentence, "release")));
    }

    /// Somebody else was first, or it was never prepared.
    static ReleaseIsNotReady notWaiting() {
        return new ReleaseIsNotReady(
                "This release does not wait to be finalised or withdrawn any more. Load the page again.");
    }
}
