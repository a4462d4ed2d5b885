package org.muniment.passkey;

import org.muniment.access.AccessRefused;
import org.springframework.http.HttpStatus;

/// A passkey was named that does not exist, or is somebody else's: whoever asks is not told which.
final class PasskeyIsNotThere extends AccessRefused {
    PasskeyIsNotThere() {
        super(
                HttpStatus.NOT_FOUND,
                "not-there",
                "There is no such passkey",
                "It was removed meanwhile, or it is not yours. Open My account again to see those you have.");
    }
}
