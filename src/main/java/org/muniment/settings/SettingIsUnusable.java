package org.muniment.settings;

/// Refusal: what was given as a setting cannot be one. The sentence says what can.
final class SettingIsUnusable extends RuntimeException {
    SettingIsUnusable(String sentence) {
        super(sentence);
    }
}
