package org.muniment.singlesignon;

/// The directory did not answer, or what it answered does not prove who somebody is. Why is for the log, not for
/// whoever tried.
public final class ProviderDoesNotVouch extends RuntimeException {
    ProviderDoesNotVouch(String why) {
        super(why);
    }

    ProviderDoesNotVouch(String why, Exception cause) {
        super(why, cause);
    }
}
