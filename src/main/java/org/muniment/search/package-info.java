/// The index that follows the log, the query language, and exact answers: hits, totals, and what could not be read.
@ApplicationModule(allowedDependencies = {"message", "archive", "alarm"})
@NullMarked
package org.muniment.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
