package org.muniment.people;

import java.util.Locale;
import org.muniment.access.Role;

/// How roles are called in sentences.
final class Wording {
    private Wording() {}

    static String of(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
