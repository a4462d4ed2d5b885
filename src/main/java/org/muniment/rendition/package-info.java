/// A message as numbered pages, always the same for the same bytes and marks.
@ApplicationModule(allowedDependencies = {"message", "archive"})
@NullMarked
package org.muniment.rendition;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
