/// Single sign-on: the city's own directory says who somebody is (OpenID Connect). What they may do is decided here.
@ApplicationModule(allowedDependencies = {"access", "audit", "people", "web", "workflow"})
@NullMarked
package org.muniment.singlesignon;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
