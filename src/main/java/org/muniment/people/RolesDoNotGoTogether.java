package org.muniment.people;

import java.util.Optional;
import java.util.Set;
import org.muniment.access.AccessRefused;
import org.muniment.access.Role;
import org.springframework.http.HttpStatus;

/// Who runs the archive or watches over access to it reads no mail in it, and nobody audits what they administer.
final class RolesDoNotGoTogether extends AccessRefused {
    private RolesDoNotGoTogether(Role role, Role other) {
        super(
                HttpStatus.CONFLICT,
                "roles-do-not-go-together",
                "These roles do not go together",
                "Nobody can be both " + Wording.of(role) + " and " + Wording.of(other)
                        + ". Revoke the one role first, or give the other to another person.");
    }

    /// Refuses a role that contradicts one of these.
    static void check(Role role, Set<Role> others) {
        Optional<Role> contrary = others.stream()
                .filter(other -> contradict(role, other) || contradict(other, role))
                .findFirst();
        if (contrary.isPresent()) throw new RolesDoNotGoTogether(role, contrary.get());
    }

    private static boolean contradict(Role one, Role other) {
        return switch (one) {
            case ADMINISTRATOR -> other.readsMail() || other == Role.AUDITOR;
            case AUDITOR -> other.readsMail();
            case RECORDS_OFFICER, REVIEWER, COUNSEL, APPROVER -> false;
        };
    }
}
