package org.muniment.passkey;

import org.muniment.access.AccessRefused;
import org.springframework.http.HttpStatus;

/// Somebody has as many passkeys as one person may.
final class TooManyPasskeys extends AccessRefused {
    TooManyPasskeys() {
        super(
                HttpStatus.CONFLICT,
                "too-many-passkeys",
                "You have " + Passkeys.MAX_OF_ONE_PERSON + " passkeys",
                "That is as many as one person may have. Remove one you no longer use, then add the new one.");
    }
}
