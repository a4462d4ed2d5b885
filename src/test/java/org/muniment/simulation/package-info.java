/// A disk that does what a real one may do, for tests of what must outlive it.
@org.jspecify.annotations.NullMarked
package org.muniment.simulation;
