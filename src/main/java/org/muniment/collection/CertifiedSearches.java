package org.muniment.collection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// This is what a search certificate says, before it is written as JSON and as pages.
///
/// @param archive the name of the archive's log
/// @param checkpoint the log's last signed position, as the log publishes it
/// @param key the log's key, as C2SP spells it
/// @param holdings what there was to search
/// @param alsoSaid what the person who issues it wrote themselves
record CertifiedSearches(
        String archive,
        RequestFacts request,
        int number,
        Instant at,
        String by,
        ZoneId zone,
        Holdings holdings,
        List<SavedSearch> searches,
        List<Collected> collected,
        List<String> notSearched,
        List<String> alsoSaid,
        String checkpoint,
        String key,
        String keyFingerprint) {
    /// The words that every certificate carries, whatever was found.
    static final String STATEMENT =
            "Each search below was made in everything the archive had captured and could read up"
                    + " to the log position given with it, and its count is exact. Whatever was captured, readable and matching"
                    + " was found. What could not be read, and what is not in the archive at all, is listed; this certificate"
                    + " says nothing about it.";

    CertifiedSearches {
        searches = List.copyOf(searches);
        collected = List.copyOf(collected);
        notSearched = List.copyOf(notSearched);
        alsoSaid = List.copyOf(alsoSaid);
    }

    record RequestFacts(String label, LocalDate receivedOn) {}

    /// All messages in the archive, by the same counting: open and kept back, and what could not be read of any.
    ///
    /// @param firstDay the earliest day a message counts as sent; absent without messages
    /// @param sources where the messages came from
    record Holdings(
            long messages,
            long keptBack,
            long withUnreadParts,
            Optional<LocalDate> firstDay,
            Optional<LocalDate> lastDay,
            List<String> sources,
            boolean wholeCity) {
        Holdings {
            sources = List.copyOf(sources);
        }
    }

    String name() {
        return request.label() + "-search-certificate-" + number;
    }

    String label() {
        return "Search certificate %s, number %d".formatted(request.label(), number);
    }
}
