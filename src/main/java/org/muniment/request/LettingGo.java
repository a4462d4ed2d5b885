package org.muniment.request;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.muniment.access.Actor;
import org.muniment.archive.AccessionNumber;

/// How preserving ends: by the law's day, or by counsel's word where the law sets none. Whoever lets go
/// holds the request meanwhile, so that what is placed at that moment stands.
final class LettingGo {
    private final RequestTable requests;
    private final PreservationTable table;
    private final PreservationRules rules;
    private final Chronicle chronicle;
    private final InstantSource clock;
    private final ZoneId zone;

    LettingGo(
            RequestTable requests,
            PreservationTable table,
            PreservationRules rules,
            Chronicle chronicle,
            InstantSource clock,
            ZoneId zone) {
        this.requests = requests;
        this.table = table;
        this.rules = rules;
        this.chronicle = chronicle;
        this.clock = clock;
        this.zone = zone;
    }

    /// Where a request is over and the law sets no day, of all it preserves, and it begins again if the
    /// request is reopened; of an open one, of the scopes before the one that holds now.
    ///
    /// @param entries those of the log that placed what counsel saw and lets go of; if anything else would
    /// end, or not all of it can, nothing ends
    void byCounsel(RequestId id, List<Long> entries, String reason, Actor counsel) {
        String why = RequestDesk.required("why it has not to be preserved any more", reason);
        requests.done(() -> {
            table.hold(id);
            RecordsRequest request = requests.find(id).orElseThrow(NoSuchRequest::new);
            List<PreservationTable.Row> standing = table.standing(id);
            if (standing.isEmpty())
                throw new PreservationStands("It preserves nothing any more: nothing has to be done.");
            boolean isOpen = request.status().isOpen();
            if (!isOpen) refuseBeforeTheDay(request);
            List<PreservationTable.Row> ending = isOpen ? standing.subList(0, standing.size() - 1) : standing;
            if (ending.isEmpty())
                throw new PreservationStands("The request is open: what it asks for is preserved. Close it first.");
            refuseUnlessSeen(ending, entries);
            if (isOpen) narrow(request, ending, standing.getLast(), why, counsel);
            else end(request, ending, why, counsel);
            return id;
        });
    }

    private void refuseBeforeTheDay(RecordsRequest request) {
        PreservationRules.Until until = rules.until(request);
        if (until.day().filter(day -> !today().isAfter(day)).isPresent())
            throw new PreservationStands("The law preserves it until %s: %s It ends by itself then."
                    .formatted(until.day().get(), until.why()));
        if (request.status() instanceof RequestStatus.Appealed appealed
                && requests.find(appealed.appeal()).orElseThrow().status().isOpen())
            throw new PreservationStands("It is appealed, and the appeal is open: it is preserved until that is over.");
    }

    private static void refuseUnlessSeen(List<PreservationTable.Row> ending, List<Long> entries) {
        List<Long> placed = ending.stream().map(row -> row.event().index()).toList();
        if (!new HashSet<>(placed).equals(new HashSet<>(entries)))
            throw new PreservationStands("What is preserved has changed since you looked. Load the page again, and look"
                    + " at what you let go of.");
    }

    private void narrow(
            RecordsRequest request,
            List<PreservationTable.Row> earlier,
            PreservationTable.Row last,
            String why,
            Actor counsel) {
        String to = last.scope().orElse("everything");
        AccessionNumber event =
                chronicle.log(request, "request-preservation-narrowed", Map.of("why", why, "to", to), counsel);
        earlier.forEach(row -> table.end(row.id(), event, why, clock.instant()));
        chronicle.tell(
                request,
                counsel,
                "preservation",
                "Preserves from now on only: " + to + ". " + why,
                "what it preserves was narrowed");
    }

    /// Fails towards preserving.
    void byLaw(Actor by) {
        for (RequestId id : table.standing().keySet())
            if (isOver(requests.find(id).orElseThrow()))
                requests.done(() -> {
                    table.hold(id);
                    RecordsRequest request = requests.find(id).orElseThrow();
                    if (isOver(request))
                        end(request, table.standing(id), rules.until(request).why(), by);
                    return id;
                });
    }

    private boolean isOver(RecordsRequest request) {
        return rules.until(request).day().filter(today()::isAfter).isPresent();
    }

    private void end(RecordsRequest request, List<PreservationTable.Row> standing, String why, Actor by) {
        AccessionNumber event = chronicle.log(request, "request-preservation-ended", Map.of("why", why), by);
        standing.forEach(row -> table.end(row.id(), event, why, clock.instant()));
        chronicle.tell(request, by, "preservation", "Preserves nothing any more. " + why, "preserves nothing any more");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }
}
