/// How much came in: deliveries by hour and by source, derived from the log and counted again at will.
@ApplicationModule(allowedDependencies = {"archive", "workflow"})
@NullMarked
package org.muniment.tally;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
