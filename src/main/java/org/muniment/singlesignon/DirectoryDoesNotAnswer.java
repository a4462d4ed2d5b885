package org.muniment.singlesignon;

import java.time.Duration;
import org.muniment.access.AccessRefused;
import org.springframework.http.HttpStatus;

/// The city's directory could not be asked. Why is for the log.
final class DirectoryDoesNotAnswer extends AccessRefused {
    private final String why;

    DirectoryDoesNotAnswer(String why) {
        super(
                HttpStatus.SERVICE_UNAVAILABLE,
                "directory-does-not-answer",
                "The city’s directory does not answer",
                "The archive could not ask it who you are. Try again in a few minutes, or sign in with your password if"
                        + " you have one here.");
        this.why = why;
    }

    @Override
    protected Duration waiting() {
        return Duration.ofSeconds(30);
    }

    String why() {
        return why;
    }
}
