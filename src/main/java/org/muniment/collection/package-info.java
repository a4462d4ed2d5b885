/// The searches of a records request: saved with exact counts, their hits put into the review set, and the certificate
/// that says what was searched.
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "archive",
            "merklelog",
            "search",
            "privilege",
            "reading",
            "people",
            "request",
            "review",
            "production",
            "workflow"
        })
@NullMarked
package org.muniment.collection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
