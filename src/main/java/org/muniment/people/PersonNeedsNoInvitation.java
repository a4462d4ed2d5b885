package org.muniment.people;

import org.muniment.access.AccessRefused;
import org.springframework.http.HttpStatus;

/// A link was asked for somebody who cannot use it.
final class PersonNeedsNoInvitation extends AccessRefused {
    PersonNeedsNoInvitation() {
        super(
                HttpStatus.CONFLICT,
                "person-needs-no-invitation",
                "A link would be good for nothing",
                "Whoever is disabled must be enabled first; whoever has a password gets a new one by a reset; whoever has"
                        + " none yet gets a new invitation.");
    }
}
