package org.muniment.alarm;

/// A message did not leave: no relay is set, or it refused. The sentence says which, and what to do.
public final class MailWasNotTaken extends RuntimeException {
    MailWasNotTaken(String sentence) {
        super(sentence);
    }

    static MailWasNotTaken withoutRelay() {
        return new MailWasNotTaken("No mail relay is set, so the archive cannot send letters. Print it and post it, or"
                + " ask whoever looks after the server to write mail.properties.");
    }
}
