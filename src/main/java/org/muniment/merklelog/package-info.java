/// The transparency log: append, checkpoint, prove, verify (RFC 6962, C2SP tlog-tiles, tlog-checkpoint,
/// signed-note). No Spring, SQL or clock here.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.muniment.merklelog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
