/// Finds bad redactions in any PDF: what a box, a colour, a layer or a crop hides and anybody can still read.
@ApplicationModule(allowedDependencies = {"sandbox"})
@NullMarked
package org.muniment.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
