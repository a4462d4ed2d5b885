package org.muniment.reading;

/// There is no such message for whoever asks: no capture has the number, or its message is out of their scope. The two
/// cannot be told apart.
final class NoSuchMessage extends RuntimeException {
    static final String SENTENCE =
            "No message you can read has this number. Check the number, or go back to the search.";

    NoSuchMessage() {
        super(SENTENCE);
    }
}
