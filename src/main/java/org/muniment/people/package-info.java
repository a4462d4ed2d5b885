/// The people: sign-in, second factor, sessions, roles, invitations. `access` holds only the words for who acts,
/// because `audit` needs them and this package needs `audit`.
@ApplicationModule(allowedDependencies = {"access", "alarm", "audit", "settings", "workflow", "web"})
@NullMarked
package org.muniment.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
