/// Tables that people open in a spreadsheet.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.muniment.spreadsheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
