/// Mail as sent: RFC 5322, MIME and journal reports read into values with defects. Reading never fails,
/// whatever the bytes. No Spring, SQL or clock here.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.muniment.message;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
