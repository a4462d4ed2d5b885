/// What a request may cost its requester: the law's rows on each component, in exact cents, with
/// the clock's word on what is forfeited; estimates, hours, invoices.
@ApplicationModule(allowedDependencies = {"access", "audit", "deadline", "law", "workflow"})
@NullMarked
package org.muniment.fee;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
