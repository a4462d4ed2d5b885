package org.muniment.singlesignon;

import org.muniment.access.AccessRefused;
import org.springframework.http.HttpStatus;

/// What was written as a setting of single sign-on cannot be one. The sentence says what can.
final class SettingIsNotUsable extends AccessRefused {
    SettingIsNotUsable(String sentence) {
        super(HttpStatus.BAD_REQUEST, "setting-unusable", "This cannot be a setting", sentence);
    }
}
