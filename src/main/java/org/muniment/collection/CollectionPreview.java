package org.muniment.collection;

/// This is what collecting a search would do now, exactly.
///
/// @param matched messages that match, those kept back by counsel among them
/// @param keptBack those kept back: they go to counsel alone
/// @param alreadyThere matches that are in the review set already
/// @param wouldAdd messages that would be put in, `wouldAddKeptBack` of them kept back
/// @param duplicates further deliveries of the same messages; each message is in the set once
/// @param inSet how many messages the set has now
/// @param indexedThrough the size of the log up to which the index had read
/// @param isFirst whether this search was never collected; if not, what would be added is new since then
record CollectionPreview(
        long matched,
        long keptBack,
        long alreadyThere,
        long wouldAdd,
        long wouldAddKeptBack,
        long duplicates,
        long inSet,
        long indexedThrough,
        boolean isFirst) {}
