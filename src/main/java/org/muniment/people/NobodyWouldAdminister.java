package org.muniment.people;

import org.muniment.access.AccessRefused;
import org.springframework.http.HttpStatus;

/// Without the directory as it is now, nobody could run the archive.
final class NobodyWouldAdminister extends AccessRefused {
    NobodyWouldAdminister() {
        super(
                HttpStatus.CONFLICT,
                "nobody-would-administer",
                "Somebody must be administrator without the directory",
                "No administrator could sign in any more: none has both a password and the role by hand. Make somebody"
                        + " administrator under People, let them set a password, and then try again.");
    }
}
