package org.muniment.correspondence;

/// This is what a release's cover letter says of it.
///
/// @param name how the letter names the release, such as `part 1 of the records, R-2026-0042-1`
/// @param documents messages and files given, whole or in part
/// @param pages of all of them
/// @param redacted documents of which parts are withheld
/// @param withheld documents withheld whole
public record CoverFacts(String name, int documents, int pages, int redacted, int withheld) {}
