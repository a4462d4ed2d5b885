package org.muniment.singlesignon;

/// What the directory answered, or what the browser brought, does not prove who somebody is. Why is for the trail and
/// the log, not for whoever tried.
final class ProviderDoesNotVouch extends RuntimeException {
    ProviderDoesNotVouch(String why) {
        super(why);
    }

    ProviderDoesNotVouch(String why, Exception cause) {
        super(why, cause);
    }
}
