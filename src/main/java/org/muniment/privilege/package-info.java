/// What is kept from everyone but counsel until counsel releases it: the rules, the releases, and the scope each person
/// searches in.
@ApplicationModule(allowedDependencies = {"access", "audit", "archive", "search", "workflow"})
@NullMarked
package org.muniment.privilege;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
