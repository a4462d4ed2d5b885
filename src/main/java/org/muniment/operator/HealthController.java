package org.muniment.operator;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muniment.alarm.Alarm;
import org.muniment.alarm.Alarms;
import org.muniment.archive.Archive;
import org.muniment.search.ArchiveSearch;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The archive's health over HTTP.
@RestController
class HealthController {
    private final Archive archive;
    private final ArchiveSearch search;
    private final Alarms alarms;

    HealthController(Archive archive, ArchiveSearch search, Alarms alarms) {
        this.archive = archive;
        this.search = search;
        this.alarms = alarms;
    }

    @GetMapping(path = "/api/health", produces = MediaType.APPLICATION_JSON_VALUE)
    Health health() {
        List<Alarm> standing = alarms.standing();
        return new Health(
                standing.isEmpty(),
                standing,
                archive.size(),
                search.indexedThrough(),
                Optional.empty(),
                Optional.empty());
    }

    /// `captured` counts the log's entries; `lastVerified` is when an integrity check last ended without a finding.
    record Health(
            boolean ok,
            List<Alarm> alarms,
            long captured,
            long indexedThrough,
            Optional<Instant> lastCheckpoint,
            Optional<Instant> lastVerified) {}
}
