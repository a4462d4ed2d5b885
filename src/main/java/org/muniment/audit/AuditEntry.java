package org.muniment.audit;

import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.Purpose;
import org.muniment.access.Reader;
import org.muniment.archive.AccessionNumber;

/// This is one thing somebody did. When it was is the log's to say.
///
/// @param purpose what mail was read for; absent where no mail was
/// @param what in words, and with figures, what was done: a query, a number of results, a person's name. Never content;
/// at most 4,000 characters are kept
/// @param messages the captures concerned; at most 1,000 (of more, `what` says how many)
public record AuditEntry(Act act, Actor actor, Optional<Purpose> purpose, String what, List<AccessionNumber> messages) {
    public static final int MESSAGES_MAX = 1_000;
    static final int WHAT_LENGTH_MAX = 4_000;

    public AuditEntry {
        what = what.length() <= WHAT_LENGTH_MAX ? what : what.substring(0, WHAT_LENGTH_MAX - 1) + "…";
        messages = messages.stream().distinct().limit(MESSAGES_MAX).toList();
    }

    /// Something that was done with mail, by a reader for a purpose.
    public static AuditEntry reading(Act act, Reader reader, String what, List<AccessionNumber> messages) {
        return new AuditEntry(act, reader.actor(), Optional.of(reader.purpose()), what, messages);
    }
}
