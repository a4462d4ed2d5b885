package org.muniment.people;

import org.muniment.access.AccessRefused;
import org.springframework.http.HttpStatus;

/// A person has a name and an e-mail address.
final class NameIsMissing extends AccessRefused {
    NameIsMissing() {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "name-is-missing",
                "Write your name and address",
                "Write your name, and one e-mail address such as ana.rivera@city.example.");
    }
}
