/// Who is acting, in which roles, and for what stated purpose mail is read; and the rule before every controller. Every
/// package may know it, so it knows none: the people themselves, their sign-in and sessions are in `people`.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.muniment.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
