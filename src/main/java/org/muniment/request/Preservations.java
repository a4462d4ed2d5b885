package org.muniment.request;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
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
    private final LettingGo lettingGo;
    private final PreservationTable table;
    private final PreservationRules rules;
    private final SubjectQueries queries;
    private final Chronicle chronicle;
    private final PreservedScopes scopes;
    private final InstantSource clock;

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
        this.lettingGo = new LettingGo(requests, table, rules, chronicle, clock, zone);
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
        place(request, "request-preservation-placed", by);
    }

    /// Goes with a request where it goes: a new scope, or a request that is worked on again. A new scope
    /// is added to those before it: whoever narrows what is looked for frees nothing. Only everything,
    /// preserved while nobody could say what is asked for, ends once somebody can.
    void follow(RecordsRequest before, RecordsRequest after, Actor by) {
        table.hold(after.id());
        List<PreservationTable.Row> standing = table.standing(after.id());
        if (standing.isEmpty()) {
            if (after.status().isOpen()) place(after, by);
        } else if (!before.subject().equals(after.subject())) {
            change(after, standing, by);
        }
    }

    private void change(RecordsRequest request, List<PreservationTable.Row> standing, Actor by) {
        boolean isUnclear = !request.subject().isClear();
        PreservationTable.Row last = standing.getLast();
        if (last.isUnclear() == isUnclear && last.scope().equals(queries.preserving(request.subject()))) return;
        AccessionNumber event = place(request, "request-preservation-changed", by);
        if (isUnclear) return;
        standing.stream()
                .filter(PreservationTable.Row::isUnclear)
                .forEach(row -> table.end(row.id(), event, "What is asked for is clear now.", clock.instant()));
    }

    /// What a request preserves, and since when; newest first, the first one standing if it has no end.
    List<PreservationTable.Row> of(RequestId request) {
        return table.of(request);
    }

    PreservationRules.Until until(RecordsRequest request) {
        return rules.until(request);
    }

    /// Lets go by counsel's word. See [LettingGo#byCounsel].
    void end(RequestId id, List<Long> entries, String reason, Actor counsel) {
        lettingGo.byCounsel(id, entries, reason, counsel);
    }

    /// Lets go of what the law's rule no longer asks to preserve; called every day.
    void letGo(Actor by) {
        lettingGo.byLaw(by);
    }

    private AccessionNumber place(RecordsRequest request, String kind, Actor by) {
        Optional<String> scope = queries.preserving(request.subject());
        AccessionNumber event = chronicle.log(request, kind, Map.of("scope", scope.orElse("*")), by);
        boolean isAlone = table.standing(request.id()).stream().allMatch(PreservationTable.Row::isUnclear);
        boolean isUnclear = !request.subject().isClear();
        table.place(request.id(), scope, isUnclear, event, clock.instant());
        String everything = isUnclear
                ? "Preserves everything from now on, because the scope is not clear yet."
                : "Preserves everything from now on, because nothing narrower can be told from what is asked for.";
        String told = scope.map(query -> "Preserves from now on: " + query).orElse(everything);
        String before = isAlone ? "" : " What it preserved before stays so until counsel lets go.";
        chronicle.tell(request, by, "preservation", told + before, "what it preserves was set down");
        return event;
    }
}
