/// What all HTTP shares: the loopback guard, security headers, problem responses, single-page fallback.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.muniment.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
