package org.muniment.access;

import java.util.Set;

/// This is who is acting now, and from where.
///
/// @param departments numbers of the departments whose mail alone this person sees; empty for the whole city's
/// @param from the address of the browser's computer, or the operating system's user at the operator's tool
public record Actor(PersonId person, String name, Set<Role> roles, Set<Long> departments, String from) {
    public Actor {
        roles = Set.copyOf(roles);
        departments = Set.copyOf(departments);
    }

    /// Whoever is not signed in.
    public static Actor nobody(String from) {
        return new Actor(PersonId.NOBODY, "nobody signed in", Set.of(), Set.of(), from);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    public boolean readsMail() {
        return person.equals(PersonId.OPERATOR) || roles.stream().anyMatch(Role::readsMail);
    }
}
