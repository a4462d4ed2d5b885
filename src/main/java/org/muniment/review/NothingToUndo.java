package org.muniment.review;

import org.muniment.request.RequestRefused;
import org.springframework.http.HttpStatus;

/// Nothing was done to the item that could be undone.
final class NothingToUndo extends RequestRefused {
    NothingToUndo() {
        super(
                HttpStatus.CONFLICT,
                "nothing-to-undo",
                "There is nothing to undo",
                "Nothing was done here that still stands.");
    }
}
