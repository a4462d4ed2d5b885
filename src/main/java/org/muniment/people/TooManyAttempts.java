package org.muniment.people;

import java.time.Duration;
import org.muniment.access.AccessRefused;
import org.springframework.http.HttpStatus;

/// Too many attempts failed, for this account or from this address. Even the right password is not looked at meanwhile.
final class TooManyAttempts extends AccessRefused {
    private final transient Duration waiting;

    private TooManyAttempts(Duration waiting, String sentence) {
        super(HttpStatus.TOO_MANY_REQUESTS, "too-many-attempts", "Wait before you try again", sentence);
        this.waiting = waiting;
    }

    static TooManyAttempts wait(Duration waiting) {
        long seconds = Math.ceilDiv(waiting.toMillis(), 1000L);
        String howLong = seconds < 90 ? seconds + " seconds" : Math.ceilDiv(seconds, 60L) + " minutes";
        return new TooManyAttempts(
                waiting,
                "Too many attempts failed. Wait " + howLong
                        + ", then try again. If you have forgotten your password, ask"
                        + " an administrator to reset it.");
    }

    static TooManyAttempts atOnce() {
        return new TooManyAttempts(
                Duration.ofSeconds(10), "Many people are signing in just now. Wait 10 seconds, then try again.");
    }

    @Override
    protected Duration waiting() {
        return waiting;
    }
}
