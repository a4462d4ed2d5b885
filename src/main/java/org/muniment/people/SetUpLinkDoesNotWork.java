package org.muniment.people;

import org.muniment.access.AccessRefused;
import org.springframework.http.HttpStatus;

/// The link was used, is over a day old, was replaced by a newer one, or never was.
final class SetUpLinkDoesNotWork extends AccessRefused {
    SetUpLinkDoesNotWork() {
        super(
                HttpStatus.NOT_FOUND,
                "set-up-link-does-not-work",
                "This set-up link does not work",
                "The link works once and for one day, and only the newest one works. Start the server again: it prints a"
                        + " new one as long as nobody is set up.");
    }
}
