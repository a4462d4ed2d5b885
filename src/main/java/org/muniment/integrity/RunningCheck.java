package org.muniment.integrity;

import java.time.Instant;

/// This is how far a check that runs has come.
///
/// @param part mail or audit trail
/// @param done entries of that part
public record RunningCheck(String level, Instant startedAt, String part, long done, long total) {}
