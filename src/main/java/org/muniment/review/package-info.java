/// What becomes of each message and file of a records request: the review set, decisions, marks and
/// counsel's queue; and the engine that applies marks before a page is laid out ([RedactionMarks]).
@ApplicationModule(
        allowedDependencies = {
            "access",
            "archive",
            "audit",
            "detection",
            "forgetting",
            "law",
            "message",
            "privilege",
            "rendition",
            "request",
            "search",
            "workflow"
        })
@NullMarked
package org.muniment.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
