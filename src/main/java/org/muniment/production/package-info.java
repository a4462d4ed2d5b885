/// The Bates-numbered, redacted, verified release.
@ApplicationModule(allowedDependencies = {"message", "archive", "search", "rendition", "review", "sandbox"})
@NullMarked
package org.muniment.production;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
