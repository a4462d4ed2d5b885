package org.muniment.proof;

/// This is how the items of a bundle were chosen, and by whom.
///
/// @param how the query, the request, or the numbers that were named
/// @param by who ran it
/// @param purpose what for, as it was stated; empty if nothing was
public record Selection(String how, String by, String purpose) {}
