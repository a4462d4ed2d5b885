/// The city's own name, seal and time zone: what makes an installation the city's.
@ApplicationModule(allowedDependencies = {"access", "audit", "workflow"})
@NullMarked
package org.muniment.settings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
