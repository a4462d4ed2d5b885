package org.muniment.access;

import org.springframework.http.HttpStatus;

/// The person may read mail and has not said what for.
public final class PurposeNeeded extends AccessRefused {
    PurposeNeeded() {
        super(
                HttpStatus.CONFLICT,
                "purpose-needed",
                "Say what you are reading for",
                "Nobody reads mail without a purpose. State the records request, the matter or the order you are"
                        + " working on, then try again.");
    }
}
