/// Sources of mail into the archive: the journal (SMTP) and file import. Wired, not called.
@ApplicationModule(allowedDependencies = {"message", "archive", "alarm", "certificate"})
@NullMarked
package org.muniment.ingest;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
