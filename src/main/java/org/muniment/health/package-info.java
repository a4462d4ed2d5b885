/// How the archive is doing, for who must act on it: the health page, the probes and figures for monitoring.
@ApplicationModule(
        allowedDependencies = {
            "access",
            "alarm",
            "archive",
            "audit",
            "certificate",
            "merklelog",
            "operator",
            "search",
            "tally",
            "web"
        })
@NullMarked
package org.muniment.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
