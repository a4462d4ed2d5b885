package org.muniment.archive;

import java.time.Instant;

/// This is what the public log says of a delivery: when it came, from which source, how large it was. Nothing of the
/// message is opened for it.
///
/// @param sizeBytes 0 if it was delivered before and was not kept again
public record Arrival(AccessionNumber accession, Instant at, String source, long sizeBytes, boolean isRepeated) {}
