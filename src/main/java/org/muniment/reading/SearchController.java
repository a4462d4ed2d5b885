package org.muniment.reading;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import org.muniment.access.Allowed;
import org.muniment.access.Reader;
import org.muniment.access.Role;
import org.muniment.archive.Archive;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.search.ArchiveSearch;
import org.muniment.search.SearchHits;
import org.muniment.search.SearchQuery;
import org.muniment.search.SearchScope;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Search over HTTP.
@RestController
class SearchController {
    private static final int LIMIT_MAX = 1_000;

    private final Archive archive;
    private final ArchiveSearch search;
    private final InstantSource clock;
    private final ZoneId zone;
    private final AuditTrail trail;

    SearchController(Archive archive, ArchiveSearch search, InstantSource clock, ZoneId zone, AuditTrail trail) {
        this.archive = archive;
        this.search = search;
        this.clock = clock;
        this.zone = zone;
        this.trail = trail;
    }

    /// Answers with exact counts and the newest `limit` messages: at least 1, at most 1,000.
    @Allowed({Role.RECORDS_OFFICER, Role.REVIEWER, Role.COUNSEL})
    @GetMapping(path = "/api/search", produces = MediaType.APPLICATION_JSON_VALUE)
    SearchAnswer search(Reader reader, @RequestParam String q, @RequestParam(defaultValue = "20") int limit)
            throws IOException {
        SearchQuery query = SearchQuery.parse(q, zone, LocalDate.ofInstant(clock.instant(), zone));
        SearchHits found = search.search(query, SearchScope.everything(), Math.clamp(limit, 1, LIMIT_MAX));
        trail.record(
                AuditEntry.reading(Act.SEARCHED, reader, ReadingEntries.searched(found), ReadingEntries.shown(found)));
        return SearchAnswer.of(found, archive.size());
    }
}
