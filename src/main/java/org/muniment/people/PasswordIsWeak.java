package org.muniment.people;

import org.muniment.access.AccessRefused;
import org.springframework.http.HttpStatus;

/// A password somebody could guess is not taken.
public final class PasswordIsWeak extends AccessRefused {
    PasswordIsWeak(String sentence) {
        super(HttpStatus.UNPROCESSABLE_CONTENT, "password-is-weak", "Choose another password", sentence);
    }
}
