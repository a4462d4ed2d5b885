package org.muniment.passkey;

import org.muniment.access.AccessRefused;
import org.springframework.http.HttpStatus;

/// A passkey could not be taken into use.
final class PasskeyDoesNotWork extends AccessRefused {
    PasskeyDoesNotWork() {
        super(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "passkey-does-not-work",
                "This passkey could not be added",
                "What the device answered could not be checked, or it is added already. Begin again; the device must ask"
                        + " for your PIN, finger or face.");
    }
}
