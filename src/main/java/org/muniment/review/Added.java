package org.muniment.review;

/// This is what became of messages that were to be added to a review.
///
/// @param keptBack of those added, how many counsel keeps back
public record Added(int added, int alreadyThere, int keptBack) {}
