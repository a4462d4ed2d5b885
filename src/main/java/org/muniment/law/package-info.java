/// The public-records law as data: rows with citation, source and mark from `public-records-law/`, the
/// edition in force on a day, and what the city's counsel has verified. Nothing legal is written in
/// Java.
@ApplicationModule(allowedDependencies = {"access", "audit", "archive", "workflow"})
@NullMarked
package org.muniment.law;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
