package org.muniment.people;

import org.muniment.access.AccessRefused;
import org.springframework.http.HttpStatus;

/// A role that reads mail is given by two people: an administrator who asks, and a counsel who is neither the asker
/// nor the one who gets it.
final class SecondPersonNeeded extends AccessRefused {
    SecondPersonNeeded(String sentence) {
        super(HttpStatus.FORBIDDEN, "second-person-needed", "This needs a second person", sentence);
    }
}
