package org.muniment.people;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Role;

/// This is one person as the list shows them.
///
/// @param waiting roles that counsel has not confirmed yet
record PersonLine(
        long id,
        String name,
        String email,
        List<Role> roles,
        List<Role> waiting,
        Account.State state,
        boolean hasSecondFactor,
        Optional<LocalDate> leftOn,
        Optional<Instant> lastSignInAt) {

    static PersonLine of(Account person, List<Grant> grants, LocalDate today) {
        return new PersonLine(
                person.id().number(),
                person.name(),
                person.email(),
                person.roles().stream().sorted().toList(),
                grants.stream()
                        .filter(Grant::isWaiting)
                        .map(Grant::role)
                        .sorted()
                        .toList(),
                person.state(today),
                person.hasSecondFactor(),
                person.leftOn(),
                person.lastSignInAt());
    }
}
