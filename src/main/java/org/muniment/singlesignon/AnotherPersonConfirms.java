package org.muniment.singlesignon;

import org.muniment.access.AccessRefused;
import org.springframework.http.HttpStatus;

/// Whoever saved the settings would confirm them alone.
final class AnotherPersonConfirms extends AccessRefused {
    AnotherPersonConfirms() {
        super(
                HttpStatus.FORBIDDEN,
                "second-person-needed",
                "This needs a second person",
                "You saved these settings yourself. Another counsel must confirm them.");
    }
}
