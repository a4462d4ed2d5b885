package org.muniment.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.muniment.access.PersonId;
import org.muniment.access.Role;

/// This is a person as those who administer people see them.
///
/// @param roles those in force
/// @param isInDirectory whether the city's directory knows the account by a subject of its own
record Account(
        PersonId id,
        String name,
        String email,
        Set<Role> roles,
        boolean hasPassword,
        boolean isInDirectory,
        boolean hasSecondFactor,
        boolean isDisabled,
        Optional<LocalDate> leftOn,
        Optional<Instant> lastSignInAt) {
    Account {
        roles = Set.copyOf(roles);
    }

    /// How a person stands.
    enum State {
        /// Has neither set a password nor come over the directory yet.
        INVITED,
        ACTIVE,
        /// Must set a password anew.
        RESET,
        DISABLED,
        LEFT
    }

    boolean hasWayIn() {
        return hasPassword || isInDirectory;
    }

    boolean canSignIn() {
        return hasWayIn() && !isDisabled;
    }

    State state(LocalDate today) {
        if (leftOn.filter(day -> !day.isAfter(today)).isPresent()) return State.LEFT;
        if (isDisabled) return State.DISABLED;
        if (hasWayIn()) return State.ACTIVE;
        return lastSignInAt.isPresent() ? State.RESET : State.INVITED;
    }
}
