package org.muniment.collection;

import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.muniment.access.Reader;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.LifecycleEvent;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.request.RecordsRequests;
import org.muniment.request.RequestId;
import org.muniment.request.Timeline;
import org.muniment.review.Added;
import org.muniment.review.Reviews;
import org.muniment.workflow.WorkflowDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// This is what puts the matches of a saved search into the request's review set, in the background, one request at a
/// time. What is there stays as it is, so that doing it again adds only what is new.
@Component
class CollectionDesk implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(CollectionDesk.class);
    private static final int BATCH = 1_000;
    private static final long STOP_SECONDS_MAX = 20;

    private final CollectedTable table;
    private final RequestSearches searches;
    private final CollectionCounter counter;
    private final Reviews reviews;
    private final RecordsRequests requests;
    private final Timeline timeline;
    private final Archive archive;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final JsonMapper json = JsonMapper.builder().build();
    private final ExecutorService work = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("collecting").factory());

    CollectionDesk(
            WorkflowDatabase database,
            RequestSearches searches,
            CollectionCounter counter,
            Reviews reviews,
            RecordsRequests requests,
            Timeline timeline,
            Archive archive,
            AuditTrail audit,
            InstantSource clock) {
        this.table = CollectedTable.in(database);
        this.searches = searches;
        this.counter = counter;
        this.reviews = reviews;
        this.requests = requests;
        this.timeline = timeline;
        this.archive = archive;
        this.audit = audit;
        this.clock = clock;
        table.interrupt(clock.instant());
    }

    /// Oldest first; the last may still go on.
    List<Collected> all(RequestId request) {
        return table.ofRequest(request.number());
    }

    /// What collecting would do now: a search like any other.
    CollectionPreview preview(RequestId request, int number, Reader reader) throws IOException {
        CollectionPreview preview = counter.count(request, searches.require(request, number), reader.actor())
                .preview();
        String what = "what search %d would put under review: %,d of %,d matches"
                .formatted(number, preview.wouldAdd(), preview.matched());
        audit.record(AuditEntry.reading(Act.SEARCHED, reader, what, List.of()));
        return preview;
    }

    /// Begins to put in what matches now; [#all] tells how far it is. Throws [SearchIsUnusable] while one goes on.
    synchronized Collected collect(RequestId request, int number, Reader reader) throws IOException {
        SavedSearch search = searches.require(request, number);
        if (!requests.require(request, reader.actor()).status().isOpen())
            throw new SearchIsUnusable("This request is closed. Reopen it to put more under review.");
        if (all(request).stream().anyMatch(one -> one.endedAt().isEmpty()))
            throw new SearchIsUnusable("Messages are being put under review already. Wait until that is done.");
        CollectionCounter.Matches matches = counter.count(request, search, reader.actor());
        CollectionPreview preview = matches.preview();
        long id = table.done(() -> {
            long begun = table.begin(request.number(), search, preview, reader.actor(), clock.instant());
            audit.record(AuditEntry.reading(
                    Act.COLLECTED, reader, told(search, preview) + " go under review", matches.toAdd()));
            return begun;
        });
        work.execute(() -> add(id, request, search, matches, reader));
        return all(request).stream().filter(one -> one.id() == id).findFirst().orElseThrow();
    }

    private void add(long id, RequestId request, SavedSearch search, CollectionCounter.Matches matches, Reader reader) {
        try {
            long added = 0;
            List<AccessionNumber> all = matches.toAdd();
            for (int from = 0; from < all.size(); from += BATCH) {
                if (Thread.currentThread().isInterrupted()) return; // the next start says that it was interrupted
                Added part =
                        reviews.add(request, all.subList(from, Math.min(all.size(), from + BATCH)), reader.actor());
                added += part.added();
                table.added(id, added);
            }
            ended(id, request, search, matches, added, reader);
        } catch (RuntimeException refused) {
            LOG.error("Messages could not all be put under review", refused);
            String why = String.valueOf(refused.getMessage());
            table.fail(id, why.substring(0, Math.min(500, why.length())), clock.instant());
        }
    }

    private void ended(
            long id,
            RequestId request,
            SavedSearch search,
            CollectionCounter.Matches matches,
            long added,
            Reader reader) {
        long after = reviews.progress(request).total();
        CollectionPreview preview = matches.preview();
        table.done(() -> {
            Map<String, Object> event = new LinkedHashMap<>();
            event.put("request", reader.purpose().reference());
            event.put("search", search.number());
            event.put("version", search.current().version());
            event.put("counts", preview);
            event.put(
                    "added",
                    matches.toAdd().stream().map(AccessionNumber::index).toList());
            event.put("by", reader.actor().name());
            archive.record(new LifecycleEvent("request-search-collected", json.writeValueAsString(event)));
            timeline.add(
                    request,
                    reader.actor(),
                    "search",
                    "%s; %,d were there already, %,d were put under review, which had %,d and now has %,d."
                            .formatted(told(search, preview), preview.alreadyThere(), added, preview.inSet(), after));
            table.end(id, after, clock.instant());
            return id;
        });
    }

    private static String told(SavedSearch search, CollectionPreview preview) {
        return "%s, version %d: %,d matches, %,d of them kept back by counsel"
                .formatted(search.label(), search.current().version(), preview.matched(), preview.keptBack());
    }

    @Override
    public void destroy() throws InterruptedException {
        work.shutdownNow();
        if (!work.awaitTermination(STOP_SECONDS_MAX, TimeUnit.SECONDS))
            LOG.warn("Messages were still being put under review when the server stopped");
    }

    /// For who has to read the end of it: whatever was begun has ended on return.
    List<Collected> awaited(RequestId request) throws InterruptedException {
        while (all(request).stream().anyMatch(one -> one.endedAt().isEmpty())) Thread.sleep(10);
        return new ArrayList<>(all(request));
    }
}
