package org.muniment.passkey;

/// What the browser sent proves nothing. Why is for the log, not for whoever tried.
final class PasskeyIsRefused extends RuntimeException {
    PasskeyIsRefused(String why) {
        super(why);
    }

    PasskeyIsRefused(String why, Exception cause) {
        super(why, cause);
    }
}
