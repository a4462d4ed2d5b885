package org.muniment.singlesignon;

import org.muniment.access.AccessRefused;
import org.springframework.http.HttpStatus;

/// Nothing is set, or nothing is confirmed.
final class NoSingleSignOn extends AccessRefused {
    NoSingleSignOn() {
        super(
                HttpStatus.CONFLICT,
                "no-single-sign-on",
                "There is no single sign-on here",
                "Nobody has set it up, or counsel has not confirmed it yet. Sign in with your password.");
    }
}
