package org.muniment.people;

import java.time.Instant;
import java.util.Optional;
import org.muniment.access.Role;

/// This is one grant with the names of those it concerns.
///
/// @param mayConfirm whether whoever asks may confirm it now
/// @param acceptableFrom from when whoever asks may accept it for themselves, as the counsel an archive has not got
record GrantLine(
        long id,
        long personId,
        String person,
        Role role,
        String askedBy,
        Instant askedAt,
        Optional<Grant.Decision> decision,
        Optional<String> decidedBy,
        Optional<Instant> decidedAt,
        Optional<String> revokedBy,
        Optional<Instant> revokedAt,
        boolean mayConfirm,
        Optional<Instant> acceptableFrom) {

    static GrantLine of(Grant grant, Accounts accounts, boolean mayConfirm, Optional<Instant> acceptableFrom) {
        return new GrantLine(
                grant.id(),
                grant.person().number(),
                accounts.nameOf(grant.person()),
                grant.role(),
                accounts.nameOf(grant.askedBy()),
                grant.askedAt(),
                grant.decision(),
                grant.decidedBy().map(accounts::nameOf),
                grant.decidedAt(),
                grant.revokedBy().map(accounts::nameOf),
                grant.revokedAt(),
                mayConfirm,
                acceptableFrom);
    }
}
