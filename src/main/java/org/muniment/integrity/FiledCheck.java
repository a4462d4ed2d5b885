package org.muniment.integrity;

import java.time.Instant;

/// This is one report in the list of those kept.
///
/// @param name by which the report is asked for
/// @param at when it was kept
/// @param findings how many
public record FiledCheck(String name, String level, Instant at, boolean ok, long checked, int findings) {}
