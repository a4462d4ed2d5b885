/// Bugs on purpose: each is put into the real code in a test build, and a named test must catch it
/// (docs/seeded-bugs.md).
@org.jspecify.annotations.NullMarked
package org.muniment.seededbugs;
