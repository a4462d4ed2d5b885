/// Redaction marks and the exemptions they rest on, applied before a page is laid out.
@ApplicationModule(allowedDependencies = {"rendition", "archive"})
@NullMarked
package org.muniment.review;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
