package org.muniment.singlesignon;

import org.muniment.access.AccessRefused;
import org.springframework.http.HttpStatus;

/// The version that was to be decided is decided, replaced or was never there.
final class SettingsAreNotWaiting extends AccessRefused {
    SettingsAreNotWaiting() {
        super(
                HttpStatus.CONFLICT,
                "settings-are-not-waiting",
                "These settings no longer wait",
                "They were decided or replaced meanwhile. Look at the page again.");
    }
}
