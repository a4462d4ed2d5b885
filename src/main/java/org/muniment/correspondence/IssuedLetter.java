package org.muniment.correspondence;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// This is a letter that was issued: it has a number and never changes.
///
/// @param number counted from 1 within the request
/// @param dispatches how it went out, oldest first
public record IssuedLetter(
        int number,
        LetterKind kind,
        String title,
        Optional<Integer> corrects,
        String by,
        Instant at,
        int pages,
        String sha256,
        List<Dispatch> dispatches) {
    public IssuedLetter {
        dispatches = List.copyOf(dispatches);
    }
}
