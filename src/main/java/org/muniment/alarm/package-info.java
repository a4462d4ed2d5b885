/// What an operator must act on: raised once, repeated until acknowledged, one list for the health page and the tool.
@ApplicationModule(allowedDependencies = {"workflow"})
@NullMarked
package org.muniment.alarm;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
