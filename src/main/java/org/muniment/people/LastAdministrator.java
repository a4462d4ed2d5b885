package org.muniment.people;

import org.muniment.access.AccessRefused;
import org.springframework.http.HttpStatus;

/// Without this person nobody could run the archive.
final class LastAdministrator extends AccessRefused {
    LastAdministrator() {
        super(
                HttpStatus.CONFLICT,
                "last-administrator",
                "Somebody must be administrator",
                "This is the only administrator who can sign in. Make another person administrator, let them set their"
                        + " password, and then try again.");
    }
}
