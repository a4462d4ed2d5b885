/// Runs foreign programs on hostile bytes with no network, no data folder and limits on everything (bubblewrap).
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.muniment.sandbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
