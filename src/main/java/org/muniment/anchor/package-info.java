/// Outside anchors of the log: what others, who do not hold its key, say about its checkpoints (RFC 3161 time stamps,
/// C2SP witnesses, people who get them by mail), and the clock rule that rests on them.
@ApplicationModule(allowedDependencies = {"merklelog", "archive", "alarm"})
@NullMarked
package org.muniment.anchor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
