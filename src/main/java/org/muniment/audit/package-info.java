/// Who did what, when, why and from where: an append-only, tamper-evident log of its own.
@ApplicationModule(allowedDependencies = {"access", "archive", "merklelog", "alarm", "workflow", "spreadsheet"})
@NullMarked
package org.muniment.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
