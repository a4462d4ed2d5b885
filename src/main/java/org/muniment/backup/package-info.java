/// Backups of a data folder, made while the server works, and what becomes of them: a rehearsal, a
/// restored archive.
@ApplicationModule(allowedDependencies = {"merklelog", "archive", "audit", "workflow", "alarm"})
@NullMarked
package org.muniment.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
