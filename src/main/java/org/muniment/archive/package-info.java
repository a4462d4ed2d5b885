/// Keeps each capture byte for byte, numbers it, proves it. It alone writes or deletes stored bytes.
@ApplicationModule(allowedDependencies = {"merklelog", "alarm"})
@NullMarked
package org.muniment.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
