/// The opened data folder and the operator's commands on it, here or through the running server.
@ApplicationModule(
        allowedDependencies = {
            "deadline",
            "fee",
            "law",
            "workflow",
            "access",
            "people",
            "privilege",
            "audit",
            "alarm",
            "anchor",
            "archive",
            "backup",
            "merklelog",
            "message",
            "ingest",
            "tally",
            "search",
            "settings",
            "proof",
            "testimony",
            "rendition",
            "review",
            "production",
            "inspection",
            "mirror",
            "integrity",
            "sandbox"
        })
@NullMarked
package org.muniment.operator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
