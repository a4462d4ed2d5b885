package org.muniment.correspondence;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// This is a letter in work.
///
/// @param free what the officer wrote, by the part's id
/// @param corrects the number of the issued letter that this one corrects
record LetterDraft(
        long id,
        LetterKind kind,
        String addressee,
        Map<String, String> free,
        Optional<Integer> corrects,
        String by,
        Instant at,
        Instant changedAt) {
    LetterDraft {
        free = Map.copyOf(free);
    }
}
