package org.muniment.audit;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// Which entries somebody asks for; what is absent asks for all.
///
/// @param acts any of these; empty for all
/// @param purpose the reference, or its beginning
/// @param from the first moment
/// @param to the first moment no longer wanted
record AuditFilter(
        Optional<Long> person,
        Set<Act> acts,
        Optional<Long> message,
        Optional<String> purpose,
        Optional<Instant> from,
        Optional<Instant> to) {
    static final AuditFilter ALL = new AuditFilter(
            Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    AuditFilter {
        acts = Set.copyOf(acts);
    }

    static AuditFilter ofPerson(long person) {
        return new AuditFilter(
                Optional.of(person), Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    static AuditFilter ofMessage(long message) {
        return new AuditFilter(
                Optional.empty(), Set.of(), Optional.of(message), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
