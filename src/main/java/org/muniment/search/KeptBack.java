package org.muniment.search;

import java.util.Set;
import org.muniment.archive.AccessionNumber;

/// This is what is kept back: messages that concern certain people or hold certain phrases, but those released.
///
/// @param people sender or recipient in any way, of the message or of one attached to it
/// @param phrases words in a row, exactly so, anywhere in the message; upper and lower case are one
/// @param released captures; the message of each is not kept back
public record KeptBack(Participants people, Set<String> phrases, Set<AccessionNumber> released) {
    public static final KeptBack NOTHING = new KeptBack(Participants.NOBODY, Set.of(), Set.of());

    public KeptBack {
        phrases = Set.copyOf(phrases);
        released = Set.copyOf(released);
    }

    /// Whether it keeps nothing back, whatever the mail.
    public boolean isNothing() {
        return people.isNobody() && phrases.isEmpty();
    }

    /// Whether a text has a word in it, so that it can be a phrase.
    public static boolean isPhrase(String text) {
        return !WordScanner.words(text).isEmpty();
    }
}
