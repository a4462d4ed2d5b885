package org.muniment.deadline;

import org.muniment.law.Provision;

/// Refusal: the law does not know such an event, or not then. The sentence cites what it does say.
public final class EventIsRefused extends RuntimeException {
    EventIsRefused(String sentence) {
        super(sentence);
    }

    EventIsRefused(String sentence, Provision by) {
        super("%s %s (%s)".formatted(sentence, by.plain(), by.citation()));
    }
}
