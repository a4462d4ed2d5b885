/// What all HTTP shares: how it is reached, the host guard, security headers, problem responses, single-page fallback.
@ApplicationModule(allowedDependencies = {"alarm", "certificate"})
@NullMarked
package org.muniment.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
