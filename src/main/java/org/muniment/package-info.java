/// The program: the operator's tool and the server it can start.
@NullMarked
package org.muniment;

import org.jspecify.annotations.NullMarked;
