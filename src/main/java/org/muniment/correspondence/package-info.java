/// Letters of a records request: made from templates with the law's own words by citation, issued once and for good,
/// sent or handed over; and the log of what came in.
@ApplicationModule(
        allowedDependencies = {
            "access",
            "alarm",
            "archive",
            "audit",
            "deadline",
            "fee",
            "law",
            "production",
            "request",
            "review",
            "settings",
            "workflow"
        })
@NullMarked
package org.muniment.correspondence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
