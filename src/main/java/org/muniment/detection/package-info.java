/// Personal data that a text may hold: numbers, addresses and dates about a person, found by rules and only suggested.
///
/// A rule sees the text as tokens and looks a fixed number of them ahead and back, so reading takes time in proportion
/// to the text, whoever wrote it. A rule scores what it found: by how specific the pattern is, whether a check digit
/// fits, and which words stand near it. It says all three in a sentence. docs/detection.md publishes how often the
/// rules are right.
@ApplicationModule(allowedDependencies = {"law", "rendition"})
@NullMarked
package org.muniment.detection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
