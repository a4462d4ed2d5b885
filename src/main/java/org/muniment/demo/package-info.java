/// The synthetic city hall of `serve --demo`: its people, three years of its mail, from a seed, and the folder it lives
/// in.
@ApplicationModule(
        allowedDependencies = {
            "access",
            "archive",
            "deadline",
            "law",
            "workflow",
            "people",
            "privilege",
            "request",
            "settings"
        })
@NullMarked
package org.muniment.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
