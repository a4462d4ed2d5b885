/// Who is acting, in which roles, and for what stated purpose mail is read.
@ApplicationModule(allowedDependencies = {"workflow"})
@NullMarked
package org.muniment.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
