package org.muniment.collection;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.muniment.access.Actor;
import org.muniment.access.Departments;
import org.muniment.archive.Archive;
import org.muniment.merklelog.Checkpoint;
import org.muniment.privilege.Quarantine;
import org.muniment.search.ArchiveSearch;
import org.muniment.search.HitPage;
import org.muniment.search.ParticipantCount;
import org.muniment.search.Participants;
import org.muniment.search.SearchHits;
import org.muniment.search.SearchQuery;
import org.muniment.search.SearchScope;
import org.springframework.stereotype.Component;

/// This counts what a query matches, for a request: what is open and what counsel keeps back apart, so that the figures
/// mean the same whether an officer or counsel asks.
@Component
class SearchCounter {
    static final int LISTED_MAX = 1_000;

    private final Archive archive;
    private final ArchiveSearch search;
    private final Quarantine quarantine;
    private final Optional<Departments> departments;

    SearchCounter(Archive archive, ArchiveSearch search, Quarantine quarantine, Optional<Departments> departments) {
        this.archive = archive;
        this.search = search;
        this.quarantine = quarantine;
        this.departments = departments;
    }

    /// What was counted, and the newest messages that may be shown.
    record Answer(RunCounts counts, SearchHits open) {}

    Answer answer(SearchQuery query, Actor actor, int shown) throws IOException {
        SearchScope open = quarantine.openScope(actor);
        Participants city = city();
        // Before the search, so that the log position never claims more than was there.
        Optional<Checkpoint> signed = archive.checkpoint();
        SearchHits keptBack = search.search(query, quarantine.keptBackScope(actor), 0);
        SearchHits found = search.search(query, open, HitPage.newest(shown));
        List<ParticipantCount> custodians = search.participants(query, open, city);
        List<UnreadLine> unread = search.unsearchable(query, open, LISTED_MAX).stream()
                .map(UnreadLine::of)
                .toList();
        RunCounts counts = new RunCounts(
                found.total(),
                found.captures(),
                found.unsearchable(),
                keptBack.total(),
                keptBack.unsearchable(),
                found.indexedThrough(),
                signed.map(Checkpoint::size).orElse(0L),
                signed.map(checkpoint -> checkpoint.root().base64()).orElse(""),
                actor.departments().isEmpty(),
                custodians.subList(0, Math.min(custodians.size(), LISTED_MAX)),
                Math.max(0, custodians.size() - LISTED_MAX),
                !city.isNobody(),
                unread,
                Math.max(0, found.unsearchable() - unread.size()));
        return new Answer(counts, found);
    }

    /// How many messages match, open and kept back together.
    long matching(SearchQuery query, Actor actor) throws IOException {
        return search.search(query, quarantine.openScope(actor), 0).total()
                + search.search(query, quarantine.keptBackScope(actor), 0).total();
    }

    private Participants city() {
        Set<String> named = departments.map(Departments::everybody).orElse(Set.of());
        Set<String> domains =
                named.stream().filter(name -> name.startsWith("@")).collect(Collectors.toSet());
        Set<String> addresses =
                named.stream().filter(name -> !name.startsWith("@")).collect(Collectors.toSet());
        return new Participants(addresses, domains);
    }
}
