package org.muniment.people;

import org.muniment.access.AccessRefused;
import org.springframework.http.HttpStatus;

/// What was named does not exist, or is somebody else's: whoever asks is not told which.
final class NotThere extends AccessRefused {
    NotThere(String what) {
        super(
                HttpStatus.NOT_FOUND,
                "not-there",
                "There is no such " + what,
                "This " + what + " does not exist, or it is not yours to see. Go back to the list and choose from it.");
    }
}
