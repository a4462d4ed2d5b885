package org.muniment.people;

import java.util.Locale;
import java.util.Set;
import org.muniment.access.PersonId;
import org.muniment.access.Role;

/// This is somebody who can sign in, or could.
///
/// @param email lower case; what a person signs in with
/// @param roles those in force
public record Person(PersonId id, String name, String email, Set<Role> roles, boolean isDisabled) {
    public static final int NAME_LENGTH_MAX = 200;
    public static final int EMAIL_LENGTH_MAX = 254;

    public Person {
        roles = Set.copyOf(roles);
    }

    /// The one way an address is written here.
    public static String canonical(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }
}
