package org.muniment.people;

import org.muniment.access.AccessRefused;
import org.springframework.http.HttpStatus;

/// What was typed into a field cannot be taken as it is.
final class EntryIsWrong extends AccessRefused {
    EntryIsWrong(String sentence) {
        super(HttpStatus.BAD_REQUEST, "entry-is-wrong", "Please correct this", sentence);
    }
}
