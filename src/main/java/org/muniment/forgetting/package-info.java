/// What was destroyed is forgotten here, too: whoever keeps something derived from a message's own words is told when
/// the log says that it is gone ([ADR 57](docs/adr/0057-what-is-derived-goes-too.md)).
@ApplicationModule(allowedDependencies = {"alarm", "archive", "workflow"})
@NullMarked
package org.muniment.forgetting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
