/// When a request is due: business calendars and offices, the clock that counts through them as the
/// law's rows say, and the events of each request. Dates are computed, never typed.
@ApplicationModule(allowedDependencies = {"access", "audit", "law", "workflow"})
@NullMarked
package org.muniment.deadline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
