package org.muniment.request;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.muniment.access.Actor;
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
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// This is what requests preserve: from receipt, each preserves its scope, or everything while that
/// is unclear, until the law's rule lets go. It is a record in the archive's log first: placed,
/// changed, ended.
///
/// Whoever destroys asks [#covering] before, and does not where anything is answered.
@Component
public final class Preservations {
    private final RequestTable requests;
    private final PreservationTable table;
    private final PreservationRules rules;
    private final SubjectQueries queries;
    private final Chronicle chronicle;
    private final Archive archive;
    private final ArchiveSearch search;
    private final InstantSource clock;
    private final ZoneId zone;

    Preservations(
            WorkflowDatabase database,
            PreservationRules rules,
            SubjectQueries queries,
            Chronicle chronicle,
            Archive archive,
            ArchiveSearch search,
            InstantSource clock,
            ZoneId zone) {
        this.requests = RequestTable.in(database);
        this.table = new PreservationTable(database);
        this.rules = rules;
        this.queries = queries;
        this.chronicle = chronicle;
        this.archive = archive;
        this.search = search;
        this.clock = clock;
        this.zone = zone;
    }

    /// One request that preserves a message.
    ///
    /// @param why in words, with what the law says
    /// @param until its last day, where the law gives one already
    public record Preserved(RequestId request, String label, String why, Optional<LocalDate> until) {}

    /// How many messages a request preserves now: exact, with what could not be judged beside it.
    ///
    /// @param unsearchable of which nobody can say whether they are in scope; they are preserved, too
    /// @param notIndexed entries of the archive that are not searchable yet; preserved, too
    public record PreservedCount(long messages, long unsearchable, long notIndexed) {}

    /// Returns the requests that preserve this capture's message. Whatever cannot be judged is
    /// preserved: a message that is not indexed yet or not readable, a scope that cannot be searched.
    public List<Preserved> covering(AccessionNumber capture) {
        List<Preserved> covering = new ArrayList<>();
        for (PreservationTable.Row row : table.standing()) {
            RecordsRequest request = requests.find(row.request()).orElseThrow();
            if (covers(row, capture)) covering.add(preserved(request));
        }
        return covering;
    }

    private Preserved preserved(RecordsRequest request) {
        PreservationRules.Until until = rules.until(request);
        return new Preserved(request.id(), request.label(), until.why(), until.day());
    }

    private boolean covers(PreservationTable.Row row, AccessionNumber capture) {
        if (row.scope().isEmpty()) return true;
        try {
            Optional<FoundMessage> message = search.messageOf(capture, SearchScope.everything());
            return message.isEmpty() || matches(row.scope().get(), message.get());
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

    /// Returns how much a request preserves now; empty if it preserves nothing any more.
    public Optional<PreservedCount> count(RequestId request) throws IOException {
        Optional<PreservationTable.Row> row = table.standing(request);
        if (row.isEmpty()) return Optional.empty();
        SearchHits hits = search.search(query(row.get().scope().orElse("*")), SearchScope.everything(), 0);
        long notIndexed = Math.max(0, archive.size() - hits.indexedThrough());
        return Optional.of(new PreservedCount(hits.total(), hits.unsearchable(), notIndexed));
    }

    /// Begins with the receipt of a request.
    void place(RecordsRequest request, Actor by) {
        place(request, queries.preserving(request.subject()), "request-preservation-placed", by);
    }

    /// Goes with a request where it goes: a new scope, a request set aside as entered by mistake, or
    /// put back.
    void follow(RecordsRequest before, RecordsRequest after, Actor by) {
        boolean wasThere = before.status().kind() != RequestStatus.Kind.MISFILED;
        boolean isThere = after.status().kind() != RequestStatus.Kind.MISFILED;
        Optional<PreservationTable.Row> standing = table.standing(after.id());
        if (!isThere) {
            standing.ifPresent(row -> end(after, row, "It was entered by mistake.", by));
        } else if (!wasThere || (standing.isEmpty() && after.status().isOpen())) {
            place(after, by);
        } else if (!before.subject().equals(after.subject())) {
            standing.ifPresent(row -> change(after, row, by));
        }
    }

    private void change(RecordsRequest request, PreservationTable.Row row, Actor by) {
        Optional<String> scope = queries.preserving(request.subject());
        if (scope.equals(row.scope())) return;
        AccessionNumber event = place(request, scope, "request-preservation-changed", by);
        table.end(row.id(), event, "The scope was changed.", clock.instant());
    }

    /// What a request preserves, and since when; newest first, the first one standing if it has no end.
    List<PreservationTable.Row> of(RequestId request) {
        return table.of(request);
    }

    PreservationRules.Until until(RecordsRequest request) {
        return rules.until(request);
    }

    /// Lets go by counsel's word, where a request is over and the law sets no day. It begins again if the
    /// request is reopened.
    void end(RequestId id, String reason, Actor counsel) {
        String why = RequestDesk.required("why nothing has to be preserved any more", reason);
        RecordsRequest request = requests.find(id).orElseThrow(NoSuchRequest::new);
        PreservationTable.Row row = table.standing(id)
                .orElseThrow(() -> new PreservationStands("It preserves nothing any more: nothing has to be done."));
        if (request.status().isOpen())
            throw new PreservationStands("The request is open: what it asks for is preserved. Close it first.");
        requests.done(() -> {
            end(request, row, why, counsel);
            return row;
        });
    }

    /// Lets go of what the law's rule no longer asks to preserve; called every day. Fails towards
    /// preserving.
    void letGo(Actor by) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        for (PreservationTable.Row row : table.standing()) {
            RecordsRequest request = requests.find(row.request()).orElseThrow();
            PreservationRules.Until until = rules.until(request);
            if (until.day().filter(today::isAfter).isEmpty()) continue;
            requests.done(() -> {
                end(request, row, until.why(), by);
                return row;
            });
        }
    }

    private AccessionNumber place(RecordsRequest request, Optional<String> scope, String kind, Actor by) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("scope", scope.orElse("*"));
        AccessionNumber event = chronicle.log(request, kind, body, by);
        Instant now = clock.instant();
        table.place(request.id(), scope, event, now);
        String told = scope.map(query -> "Preserves from now on: " + query)
                .orElse("Preserves everything from now on, because the scope is not clear yet.");
        chronicle.tell(request, by, "preservation", told, "what it preserves was set down");
        return event;
    }

    private void end(RecordsRequest request, PreservationTable.Row row, String why, Actor by) {
        AccessionNumber event = chronicle.log(request, "request-preservation-ended", Map.of("why", why), by);
        table.end(row.id(), event, why, clock.instant());
        chronicle.tell(request, by, "preservation", "Preserves nothing any more. " + why, "preserves nothing any more");
    }

    private SearchQuery query(String scope) {
        return SearchQuery.parse(scope, zone, LocalDate.ofInstant(clock.instant(), zone));
    }
}
