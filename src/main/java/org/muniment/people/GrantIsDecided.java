package org.muniment.people;

import org.muniment.access.AccessRefused;
import org.springframework.http.HttpStatus;

/// Somebody else confirmed, declined or withdrew this grant a moment ago.
final class GrantIsDecided extends AccessRefused {
    GrantIsDecided() {
        super(
                HttpStatus.CONFLICT,
                "grant-is-decided",
                "This is decided already",
                "Somebody has confirmed, declined or withdrawn it in the meantime. Load the list again.");
    }
}
