package org.muniment.people;

import org.muniment.access.AccessRefused;
import org.springframework.http.HttpStatus;

/// The version somebody acknowledges is not the one in force.
final class PolicyHasChanged extends AccessRefused {
    PolicyHasChanged() {
        super(
                HttpStatus.CONFLICT,
                "policy-has-changed",
                "The policy has changed",
                "A newer version was published while you were reading. Load the page again and read that one.");
    }
}
