/// A records request from receipt to closing: what was asked, by whom, where it stands, who works on
/// it, and all that happened to it. Searching, reviewing, letters and releases are packages above,
/// which ask here.
@ApplicationModule(
        allowedDependencies = {"access", "archive", "audit", "deadline", "fee", "law", "people", "search", "workflow"})
@NullMarked
package org.muniment.request;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
