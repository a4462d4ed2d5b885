package org.muniment.people;

import java.time.Instant;
import java.util.Optional;
import org.muniment.access.PersonId;
import org.muniment.access.Role;

/// This is the history of one role of one person: who asked for it, who decided, and who took it back.
public record Grant(
        long id,
        PersonId person,
        Role role,
        PersonId askedBy,
        Instant askedAt,
        Optional<Decision> decision,
        Optional<PersonId> decidedBy,
        Optional<Instant> decidedAt,
        Optional<PersonId> revokedBy,
        Optional<Instant> revokedAt) {

    /// What came of it. A role that reads no mail is given by the administrator alone.
    public enum Decision {
        GIVEN,
        CONFIRMED,
        /// The first counsel of an archive, whom no counsel could confirm, accepted the role.
        ACCEPTED_AS_FIRST_COUNSEL,
        /// A group of the directory means it, as one person set and counsel confirmed; it is taken when the group goes.
        GIVEN_BY_GROUP,
        DECLINED
    }

    boolean isWaiting() {
        return decision.isEmpty() && revokedAt.isEmpty();
    }

    boolean isInForce() {
        return decision.isPresent() && decision.get() != Decision.DECLINED && revokedAt.isEmpty();
    }
}
