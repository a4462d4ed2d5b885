/// The certificate that a proof bundle is handed to a court with: the archive's settings and history, the law's words
/// by
/// citation, and the paper they are printed on.
@ApplicationModule(allowedDependencies = {"proof", "production", "law", "integrity", "alarm", "archive"})
@NullMarked
package org.muniment.testimony;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
