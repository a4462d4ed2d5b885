/// The transparency log over HTTP, as C2SP tlog-tiles has it: for the city's own auditor, and for anybody if it chooses
/// so.
@ApplicationModule(allowedDependencies = {"access", "archive", "audit", "merklelog", "workflow"})
@NullMarked
package org.muniment.transparency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
