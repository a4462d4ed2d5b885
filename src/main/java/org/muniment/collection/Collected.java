package org.muniment.collection;

import java.time.Instant;
import java.util.Optional;

/// This is one time that the matches of a search were put into the request's review set.
///
/// @param search its number within the request
/// @param matched messages that matched, those kept back by counsel among them
/// @param matchedKeptBack those kept back
/// @param alreadyThere matches that were in the set before
/// @param duplicates deliveries of the same messages, of which each is in the set once
/// @param added messages put in; while it goes on, so far
/// @param setBefore how many messages the set had, and `setAfter` has; absent while it goes on
/// @param trouble why it stopped early
record Collected(
        long id,
        int search,
        int version,
        String by,
        Instant begunAt,
        Optional<Instant> endedAt,
        long indexedThrough,
        long matched,
        long matchedKeptBack,
        long alreadyThere,
        long duplicates,
        long added,
        long setBefore,
        Optional<Long> setAfter,
        Optional<String> trouble) {}
