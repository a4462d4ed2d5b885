package org.muniment.collection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.muniment.access.Actor;
import org.muniment.archive.AccessionNumber;
import org.muniment.privilege.Quarantine;
import org.muniment.request.RequestId;
import org.muniment.review.Reviews;
import org.muniment.search.ArchiveSearch;
import org.muniment.search.FoundMessage;
import org.muniment.search.SearchQuery;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// This tells what collecting a search would put into the review set.
@Component
class CollectionCounter {
    private static final int MATCHES_MAX = 100_000;

    private final ArchiveSearch search;
    private final Quarantine quarantine;
    private final Reviews reviews;
    private final CollectedTable collected;

    CollectionCounter(ArchiveSearch search, Quarantine quarantine, Reviews reviews, WorkflowDatabase database) {
        this.search = search;
        this.quarantine = quarantine;
        this.reviews = reviews;
        this.collected = CollectedTable.in(database);
    }

    /// The counts, and the messages that are not in the set yet, oldest first, those kept back at the end.
    record Matches(CollectionPreview preview, List<AccessionNumber> toAdd) {
        Matches {
            toAdd = List.copyOf(toAdd);
        }
    }

    Matches count(RequestId request, SavedSearch saved, Actor actor) throws IOException {
        SearchQuery query = RequestSearches.query(saved.current());
        long through = search.indexedThrough();
        List<FoundMessage> open = new ArrayList<>();
        List<FoundMessage> keptBack = new ArrayList<>();
        search.every(query, quarantine.openScope(actor), found -> limited(open).add(found));
        search.every(
                query,
                quarantine.keptBackScope(actor),
                found -> limited(keptBack).add(found));
        Set<AccessionNumber> there = reviews.messages(request);
        List<AccessionNumber> toAdd = missing(open, there);
        List<AccessionNumber> toAddKeptBack = missing(keptBack, there);
        long matched = (long) open.size() + keptBack.size();
        long added = (long) toAdd.size() + toAddKeptBack.size();
        toAdd.addAll(toAddKeptBack);
        CollectionPreview preview = new CollectionPreview(
                matched,
                keptBack.size(),
                matched - added,
                added,
                toAddKeptBack.size(),
                repetitions(open) + repetitions(keptBack),
                reviews.progress(request).total(),
                through,
                collected.ofRequest(request.number()).stream().noneMatch(one -> one.search() == saved.number()));
        return new Matches(preview, toAdd);
    }

    private static List<AccessionNumber> missing(List<FoundMessage> found, Set<AccessionNumber> there) {
        return found.stream()
                .map(FoundMessage::accession)
                .filter(number -> !there.contains(number))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static long repetitions(List<FoundMessage> found) {
        return found.stream()
                .mapToLong(message -> message.captures().size() - 1)
                .sum();
    }

    private static List<FoundMessage> limited(List<FoundMessage> found) {
        if (found.size() >= MATCHES_MAX)
            throw new SearchIsUnusable("More than 100,000 messages match: no review can be made of that. Narrow the"
                    + " search, and collect it in parts.");
        return found;
    }
}
