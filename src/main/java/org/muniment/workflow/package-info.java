/// The database of the work: people, roles, requests, alarms. H2 in the data folder; each package keeps its own tables.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.muniment.workflow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
