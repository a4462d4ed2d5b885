package org.muniment.health;

/// There is no alarm of that number to acknowledge.
final class NoSuchAlarm extends RuntimeException {
    NoSuchAlarm(long id) {
        super("No alarm " + id + " stands. Somebody may have acknowledged it, or its cause has gone. Load the page"
                + " again to see those that stand.");
    }
}
