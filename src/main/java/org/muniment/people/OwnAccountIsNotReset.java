package org.muniment.people;

import org.muniment.access.AccessRefused;
import org.springframework.http.HttpStatus;

/// A reset ends the person's sessions: the administrator would never see the link.
final class OwnAccountIsNotReset extends AccessRefused {
    OwnAccountIsNotReset() {
        super(
                HttpStatus.CONFLICT,
                "own-account-is-not-reset",
                "Your own account is not reset here",
                "Change your password and your second factor under My account.");
    }
}
