/// The proof bundle for a court: what bash and openssl alone can check.
@ApplicationModule(allowedDependencies = {"merklelog", "archive", "anchor", "message"})
@NullMarked
package org.muniment.proof;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
