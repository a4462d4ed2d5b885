package org.muniment.law;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;

/// This is where a row was read, or, for general knowledge, where to look it up.
///
/// @param readOn when it was read there; absent if it was not
public record Source(String title, Optional<URI> url, Optional<LocalDate> readOn) {}
