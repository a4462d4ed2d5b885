/// Two copies of a store's files on two disks, beneath the archive: a file system that does every change twice. Knows
/// nothing of what is in the files but what a [Judge] tells it.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.muniment.mirror;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
