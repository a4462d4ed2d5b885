package org.muniment.fee;

import java.math.BigDecimal;
import java.time.LocalDate;

/// This is a piece of work that was done for a request: who, when, how much.
///
/// @param quantity hours, pages or dollars, as its component counts
public record FeeWork(
        long id, Component component, LocalDate on, BigDecimal quantity, String person, String note, String addedBy) {
    static final int NOTE_LENGTH_MAX = 300;
    static final int PERSON_LENGTH_MAX = 200;

    public FeeWork {
        person = person.strip();
        note = note.strip();
        if (person.isEmpty() || person.length() > PERSON_LENGTH_MAX)
            throw new FeeIsUnusable("Say who did the work, in at most 200 characters.");
        if (note.length() > NOTE_LENGTH_MAX) throw new FeeIsUnusable("A note is at most 300 characters long.");
        if (quantity.signum() <= 0) throw new FeeIsUnusable("Say how much was done: more than nothing.");
    }
}
