/// Integrity checks of both stores, by hand and by themselves: when each level is due, what is running, the reports.
@ApplicationModule(allowedDependencies = {"access", "alarm", "anchor", "archive", "audit", "merklelog"})
@NullMarked
package org.muniment.integrity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
