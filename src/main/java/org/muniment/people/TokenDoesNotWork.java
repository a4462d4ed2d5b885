package org.muniment.people;

import org.muniment.access.AccessRefused;
import org.springframework.http.HttpStatus;

/// A personal token is unknown, revoked, over, or its person may not sign in. Which of these is not said.
public final class TokenDoesNotWork extends AccessRefused {
    TokenDoesNotWork() {
        this("The token is unknown, was revoked, is past its last day, or its person may not sign in. Make a new one"
                + " under My account.");
    }

    private TokenDoesNotWork(String sentence) {
        super(HttpStatus.UNAUTHORIZED, "token-does-not-work", "This token does not work", sentence);
    }

    static TokenDoesNotWork untilAcknowledged() {
        return new TokenDoesNotWork(
                "The city has published a new policy. Sign in on the archive's page and acknowledge it; then the token"
                        + " works again.");
    }
}
