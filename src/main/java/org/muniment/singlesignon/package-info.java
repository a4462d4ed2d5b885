/// Single sign-on: the city's own directory says who somebody is (OpenID Connect), and its groups may mean roles, as an
/// administrator set and counsel confirmed.
@ApplicationModule(allowedDependencies = {"access", "audit", "people", "web", "workflow"})
@NullMarked
package org.muniment.singlesignon;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
