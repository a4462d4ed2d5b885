/// The Bates-numbered, redacted, verified release.
@ApplicationModule(
        allowedDependencies = {
            "message",
            "merklelog",
            "archive",
            "search",
            "rendition",
            "review",
            "sandbox",
            "settings",
            "spreadsheet"
        })
@NullMarked
package org.muniment.production;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
