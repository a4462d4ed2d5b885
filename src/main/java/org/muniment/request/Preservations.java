package org.muniment.request;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.search.ArchiveSearch;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// This is what requests preserve: from receipt, each preserves its scope, or everything while that
/// is unclear, and every scope it had before, until the law's rule or counsel lets go. It is a record
/// in the archive's log first: placed, changed, narrowed by counsel, ended.
///
/// Whoever destroys asks [#covering] before, and does not where anything is answered.
@Component
public final class Preservations {
    private final RequestTable requests;
    private final PreservationTable table;
    private final PreservationRules rules;
    private final SubjectQueries queries;
    private final Chronicle chronicle;
    private final PreservedScopes scopes;
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
        this.scopes = new PreservedScopes(archive, search, clock, zone);
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
        table.standing().forEach((request, standing) -> {
            if (scopes.cover(standing, capture))
                covering.add(preserved(requests.find(request).orElseThrow()));
        });
        return covering;
    }

    private Preserved preserved(RecordsRequest request) {
        PreservationRules.Until until = rules.until(request);
        return new Preserved(request.id(), request.label(), until.why(), until.day());
    }

    /// Returns how much a request preserves now; empty if it preserves nothing any more.
    public Optional<PreservedCount> count(RequestId request) throws IOException {
        List<PreservationTable.Row> standing = table.standing(request);
        return standing.isEmpty() ? Optional.empty() : Optional.of(scopes.count(standing));
    }

    /// Begins with the receipt of a request.
    void place(RecordsRequest request, Actor by) {
        place(request, queries.preserving(request.subject()), "request-preservation-placed", by);
    }

    /// Goes with a request where it goes: a new scope, or a request that is worked on again. A new scope
    /// is added to those before it: whoever narrows what is looked for frees nothing. Only everything,
    /// preserved while nobody could say what is asked for, ends once somebody can.
    void follow(RecordsRequest before, RecordsRequest after, Actor by) {
        List<PreservationTable.Row> standing = table.standing(after.id());
        if (standing.isEmpty()) {
            if (after.status().isOpen()) place(after, by);
        } else if (!before.subject().equals(after.subject())) {
            change(after, standing, by);
        }
    }

    private void change(RecordsRequest request, List<PreservationTable.Row> standing, Actor by) {
        Optional<String> scope = queries.preserving(request.subject());
        if (scope.equals(standing.getLast().scope())) return;
        AccessionNumber event = place(request, scope, "request-preservation-changed", by);
        if (scope.isEmpty()) return;
        standing.stream()
                .filter(row -> row.scope().isEmpty())
                .forEach(row -> table.end(row.id(), event, "What is asked for is clear now.", clock.instant()));
    }

    /// What a request preserves, and since when; newest first, the first one standing if it has no end.
    List<PreservationTable.Row> of(RequestId request) {
        return table.of(request);
    }

    PreservationRules.Until until(RecordsRequest request) {
        return rules.until(request);
    }

    /// Lets go by counsel's word: where a request is over, of all it preserves, and it begins again if
    /// the request is reopened; of an open one, of the scopes before the one that holds now.
    void end(RequestId id, String reason, Actor counsel) {
        String why = RequestDesk.required("why it has not to be preserved any more", reason);
        requests.done(() -> {
            RecordsRequest request = requests.find(id).orElseThrow(NoSuchRequest::new);
            List<PreservationTable.Row> standing = table.standing(id);
            if (standing.isEmpty())
                throw new PreservationStands("It preserves nothing any more: nothing has to be done.");
            if (!request.status().isOpen()) end(request, standing, why, counsel);
            else narrow(request, standing, why, counsel);
            return id;
        });
    }

    private void narrow(RecordsRequest request, List<PreservationTable.Row> standing, String why, Actor counsel) {
        List<PreservationTable.Row> earlier = standing.subList(0, standing.size() - 1);
        if (earlier.isEmpty())
            throw new PreservationStands("The request is open: what it asks for is preserved. Close it first.");
        AccessionNumber event = chronicle.log(
                request, "request-preservation-narrowed", Map.of("why", why, "to", told(standing.getLast())), counsel);
        earlier.forEach(row -> table.end(row.id(), event, why, clock.instant()));
        chronicle.tell(
                request,
                counsel,
                "preservation",
                "Preserves from now on only: " + told(standing.getLast()) + ". " + why,
                "what it preserves was narrowed");
    }

    private static String told(PreservationTable.Row row) {
        return row.scope().orElse("everything");
    }

    /// Lets go of what the law's rule no longer asks to preserve; called every day. Fails towards
    /// preserving.
    void letGo(Actor by) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        table.standing().forEach((id, standing) -> {
            RecordsRequest request = requests.find(id).orElseThrow();
            PreservationRules.Until until = rules.until(request);
            if (until.day().filter(today::isAfter).isEmpty()) return;
            requests.done(() -> {
                end(request, standing, until.why(), by);
                return id;
            });
        });
    }

    private AccessionNumber place(RecordsRequest request, Optional<String> scope, String kind, Actor by) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("scope", scope.orElse("*"));
        AccessionNumber event = chronicle.log(request, kind, body, by);
        boolean isAlone = table.standing(request.id()).stream()
                .allMatch(row -> row.scope().isEmpty());
        table.place(request.id(), scope, event, clock.instant());
        String told = scope.map(query -> "Preserves from now on: " + query)
                .orElse("Preserves everything from now on, because the scope is not clear yet.");
        String before = isAlone ? "" : " What it preserved before stays so until counsel lets go.";
        chronicle.tell(request, by, "preservation", told + before, "what it preserves was set down");
        return event;
    }

    private void end(RecordsRequest request, List<PreservationTable.Row> standing, String why, Actor by) {
        AccessionNumber event = chronicle.log(request, "request-preservation-ended", Map.of("why", why), by);
        standing.forEach(row -> table.end(row.id(), event, why, clock.instant()));
        chronicle.tell(request, by, "preservation", "Preserves nothing any more. " + why, "preserves nothing any more");
    }
}
