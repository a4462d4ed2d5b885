package org.muniment.people;

import org.muniment.access.AccessRefused;
import org.springframework.http.HttpStatus;

/// A one-time link was used already, was replaced by a newer one, is over seven days old, or never was. Which of these
/// is not said.
final class LinkDoesNotWork extends AccessRefused {
    LinkDoesNotWork() {
        super(
                HttpStatus.NOT_FOUND,
                "link-does-not-work",
                "This link does not work",
                "A link works once and for seven days, and only the newest one works. If you have set your password"
                        + " already, sign in. Otherwise ask your administrator for a new link.");
    }
}
