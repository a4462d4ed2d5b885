package org.muniment.request;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.access.Role;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What a request preserves, over HTTP: the scope, how many messages, until when and by which law. It
/// counts and shows no mail.
@RestController
class PreservationController {
    private final RecordsRequests requests;
    private final Preservations preservations;

    PreservationController(RecordsRequests requests, Preservations preservations) {
        this.requests = requests;
        this.preservations = preservations;
    }

    /// @param scope the search; absent: everything
    /// @param entry of the archive's log that says so
    record ScopeOfTime(
            Optional<String> scope, Instant placedAt, long entry, Optional<Instant> endedAt, Optional<String> why) {}

    /// @param count of what is preserved now; absent: nothing any more
    /// @param until the last day, where the law gives one
    record PreservationView(
            Optional<Preservations.PreservedCount> count,
            Optional<LocalDate> until,
            String why,
            Optional<String> citation,
            List<ScopeOfTime> scopes) {}

    @GetMapping(path = "/api/requests/{id:[1-9]\\d{0,17}}/preservation", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed({Role.RECORDS_OFFICER, Role.REVIEWER, Role.COUNSEL})
    PreservationView preservation(@PathVariable long id, Actor actor) throws IOException {
        RecordsRequest request = requests.require(new RequestId(id), actor);
        PreservationRules.Until until = preservations.until(request);
        List<ScopeOfTime> scopes = preservations.of(request.id()).stream()
                .map(row ->
                        new ScopeOfTime(row.scope(), row.placedAt(), row.event().index(), row.endedAt(), row.endWhy()))
                .toList();
        return new PreservationView(
                preservations.count(request.id()), until.day(), until.why(), until.citation(), scopes);
    }
}
