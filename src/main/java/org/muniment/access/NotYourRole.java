package org.muniment.access;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;

/// The person has none of the roles that may do this.
public final class NotYourRole extends AccessRefused {
    public NotYourRole(Set<Role> suffices) {
        super(
                HttpStatus.FORBIDDEN,
                "not-your-role",
                "Your role does not do this",
                suffices.isEmpty()
                        ? "Nobody may do this: the server has no rule for it. Tell whoever looks after the server."
                        : "This needs the role " + named(suffices) + ". If you should have it, ask an administrator.");
    }

    private static String named(Set<Role> roles) {
        return roles.stream()
                .sorted()
                .map(role -> role.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(" or "));
    }
}
