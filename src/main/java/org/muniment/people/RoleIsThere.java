package org.muniment.people;

import org.muniment.access.AccessRefused;
import org.muniment.access.Role;
import org.springframework.http.HttpStatus;

/// The person has the role, or it is asked for already.
final class RoleIsThere extends AccessRefused {
    RoleIsThere(Role role) {
        super(
                HttpStatus.CONFLICT,
                "role-is-there",
                "There is nothing to ask for",
                "The person is " + Wording.of(role) + " already, or the role waits for counsel to confirm it.");
    }
}
