@NullMarked
package org.muniment;

import org.jspecify.annotations.NullMarked;
