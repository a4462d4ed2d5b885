package org.muniment.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Purpose;

/// One entry as it goes into the tables.
///
/// @param number its number in the audit's own log
/// @param roles names of the roles, with a space between
record AuditRow(
        long number,
        Instant at,
        String act,
        long person,
        String name,
        String roles,
        Optional<Purpose> purpose,
        String what,
        List<Long> messages,
        String from) {
    private static final String UNREADABLE = "UNREADABLE";

    static AuditRow unreadable(long number, Instant at) {
        return new AuditRow(
                number,
                at,
                UNREADABLE,
                0,
                "",
                "",
                Optional.empty(),
                "This entry cannot be read. Run `muniment verify --level full`.",
                List.of(),
                "");
    }
}
