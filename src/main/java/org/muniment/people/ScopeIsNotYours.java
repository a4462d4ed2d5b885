package org.muniment.people;

import org.muniment.access.AccessRefused;
import org.springframework.http.HttpStatus;

/// A token was asked for more than its person may do.
final class ScopeIsNotYours extends AccessRefused {
    ScopeIsNotYours(TokenScope scope) {
        super(
                HttpStatus.CONFLICT,
                "scope-is-not-yours",
                "A token does no more than you may",
                "None of your roles does what " + scope.text() + " stands for, so the token would be good for nothing."
                        + " Roles that a group of the city’s directory gave do not count. Leave that scope out.");
    }
}
