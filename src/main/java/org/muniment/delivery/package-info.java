/// The release of a records request: prepared from the review's decisions by one person, finalised by a second, handed
/// over by a link, recalled if need be.
@ApplicationModule(
        allowedDependencies = {
            "access",
            "archive",
            "audit",
            "collection",
            "forgetting",
            "law",
            "message",
            "production",
            "proof",
            "reading",
            "rendition",
            "request",
            "review",
            "sandbox",
            "settings",
            "spreadsheet",
            "workflow"
        })
@NullMarked
package org.muniment.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
