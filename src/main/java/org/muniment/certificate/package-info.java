/// What the server shows to prove that it is who it says: certificates and keys in PEM files, self-made at first.
@ApplicationModule(allowedDependencies = {})
@NullMarked
package org.muniment.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
