package org.muniment.request;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.search.ArchiveSearch;
import org.muniment.search.FoundMessage;
import org.muniment.search.IndexIsBeingRebuilt;
import org.muniment.search.QueryIsMalformed;
import org.muniment.search.SearchHits;
import org.muniment.search.SearchQuery;
import org.muniment.search.SearchScope;
import org.muniment.search.UnreadMessage;

/// What is in the scopes that one request preserves: all that is in any of them.
final class PreservedScopes {
    private static final String EVERYTHING = "*";

    private final Archive archive;
    private final ArchiveSearch search;
    private final InstantSource clock;
    private final ZoneId zone;

    PreservedScopes(Archive archive, ArchiveSearch search, InstantSource clock, ZoneId zone) {
        this.archive = archive;
        this.search = search;
        this.clock = clock;
        this.zone = zone;
    }

    /// Whether a message is in one of them, or nobody can say that it is not.
    boolean cover(List<PreservationTable.Row> standing, AccessionNumber capture) {
        if (standing.stream().anyMatch(row -> row.scope().isEmpty())) return true;
        return standing.stream().flatMap(row -> row.scope().stream()).anyMatch(scope -> covers(scope, capture));
    }

    private boolean covers(String scope, AccessionNumber capture) {
        try {
            Optional<FoundMessage> message = search.messageOf(capture, SearchScope.everything());
            return message.isEmpty() || matches(scope, message.get());
        } catch (IOException | IndexIsBeingRebuilt | QueryIsMalformed cannotBeJudged) {
            return true;
        }
    }

    private boolean matches(String scope, FoundMessage message) throws IOException {
        SearchQuery query = query(scope);
        var isFound = new AtomicBoolean();
        search.every(query, SearchScope.everything(), found -> {
            if (found.accession().equals(message.accession())) isFound.set(true);
        });
        return isFound.get() || isPerhapsMeant(query, message);
    }

    /// Whether nobody can say that it is not meant: something of it could not be read.
    private boolean isPerhapsMeant(SearchQuery query, FoundMessage message) throws IOException {
        List<UnreadMessage> unread = search.unsearchable(query, SearchScope.everything(), ArchiveSearch.HITS_MAX);
        // Of more than are told, each may be one.
        return unread.size() == ArchiveSearch.HITS_MAX
                || unread.stream().anyMatch(one -> one.message().accession().equals(message.accession()));
    }

    Preservations.PreservedCount count(List<PreservationTable.Row> standing) throws IOException {
        List<String> scopes = standing.stream()
                .map(row -> row.scope().orElse(EVERYTHING))
                .distinct()
                .toList();
        return scopes.contains(EVERYTHING) ? together(List.of(EVERYTHING)) : together(scopes);
    }

    /// Each scope is asked by itself: of long ones, all together would be longer than a query may be.
    private Preservations.PreservedCount together(List<String> scopes) throws IOException {
        Set<Long> found = new HashSet<>();
        Set<Long> unread = new HashSet<>();
        long total = 0;
        long unsearchable = 0;
        long notIndexed = 0;
        for (String scope : scopes) {
            SearchQuery query = query(scope);
            SearchHits hits = search.search(query, SearchScope.everything(), 0);
            total = Math.max(total, hits.total());
            unsearchable = Math.max(unsearchable, hits.unsearchable());
            notIndexed = Math.max(notIndexed, archive.size() - hits.indexedThrough());
            if (scopes.size() == 1) break;
            search.every(
                    query,
                    SearchScope.everything(),
                    one -> found.add(one.accession().index()));
            search.unsearchable(query, SearchScope.everything(), ArchiveSearch.HITS_MAX)
                    .forEach(one -> unread.add(one.message().accession().index()));
        }
        return new Preservations.PreservedCount(
                Math.max(total, found.size()), Math.max(unsearchable, unread.size()), notIndexed);
    }

    private SearchQuery query(String scope) {
        return SearchQuery.parse(scope, zone, LocalDate.ofInstant(clock.instant(), zone));
    }
}
