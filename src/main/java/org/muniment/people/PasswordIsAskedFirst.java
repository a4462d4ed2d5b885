package org.muniment.people;

import org.muniment.access.AccessRefused;
import org.springframework.http.HttpStatus;

/// A change was to be finished that was not begun, with the password, in this session.
final class PasswordIsAskedFirst extends AccessRefused {
    PasswordIsAskedFirst() {
        super(
                HttpStatus.CONFLICT,
                "password-is-asked-first",
                "Begin again",
                "This change begins with your password. Open My account again and begin there.");
    }
}
