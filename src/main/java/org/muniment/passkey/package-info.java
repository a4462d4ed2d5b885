/// Passkeys: signing in with a device that checks who holds it (W3C Web Authentication), in place of password and code.
@ApplicationModule(allowedDependencies = {"access", "audit", "people", "web", "workflow"})
@NullMarked
package org.muniment.passkey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
