package org.muniment.people;

import org.muniment.access.AccessRefused;
import org.muniment.access.Purpose;
import org.springframework.http.HttpStatus;

/// A purpose without its kind or its reference is none.
final class PurposeIsIncomplete extends AccessRefused {
    PurposeIsIncomplete() {
        super(
                HttpStatus.BAD_REQUEST,
                "purpose-is-incomplete",
                "Name the request, matter or order",
                "Choose what you are reading for, and write its number or name in 1 to " + Purpose.REFERENCE_LENGTH_MAX
                        + " characters.");
    }
}
