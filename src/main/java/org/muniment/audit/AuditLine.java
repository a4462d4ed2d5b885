package org.muniment.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Purpose;

/// This is one entry as it is shown: about access, never content.
///
/// @param entry its number in the audit's own log
/// @param person the person's number; 0 is the operator at the server
/// @param name the person's name at the time
/// @param roles the person's roles at the time
/// @param messages how many messages it concerns
/// @param shown their accession numbers; on screen the first 20
record AuditLine(
        long entry,
        Instant at,
        String act,
        long person,
        String name,
        List<String> roles,
        Optional<Purpose> purpose,
        String what,
        int messages,
        List<Long> shown,
        String from) {
    AuditLine withShown(List<Long> accessions) {
        return new AuditLine(entry, at, act, person, name, roles, purpose, what, messages, accessions, from);
    }

    AuditLine withoutWhat() {
        return new AuditLine(entry, at, act, person, name, roles, purpose, "", messages, shown, from);
    }
}
