package org.muniment.search;

import java.util.List;

/// This is a message of which something could not be read by the index, and the kinds of trouble it has.
public record UnreadMessage(FoundMessage message, List<String> kinds) {
    public UnreadMessage {
        kinds = List.copyOf(kinds);
    }
}
