/// The reading room: search and one message on screen, safely.
@ApplicationModule(
        allowedDependencies = {
            "access",
            "audit",
            "message",
            "archive",
            "search",
            "privilege",
            "proof",
            "spreadsheet",
            "web"
        })
@NullMarked
package org.muniment.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
