package org.muniment.reading;

import java.io.IOException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.muniment.access.Allowed;
import org.muniment.access.Reader;
import org.muniment.access.Role;
import org.muniment.archive.Archive;
import org.muniment.audit.Act;
import org.muniment.search.ArchiveSearch;
import org.muniment.search.HitCursor;
import org.muniment.search.HitPage;
import org.muniment.search.HitPage.Counting;
import org.muniment.search.HitPage.Order;
import org.muniment.search.SearchHits;
import org.muniment.search.SearchQuery;
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
    private final ReadingRoom room;
    private final InstantSource clock;
    private final ZoneId zone;

    SearchController(Archive archive, ArchiveSearch search, ReadingRoom room, InstantSource clock, ZoneId zone) {
        this.archive = archive;
        this.search = search;
        this.room = room;
        this.clock = clock;
        this.zone = zone;
    }

    /// By when the messages count as sent.
    enum Sorting {
        NEWEST,
        OLDEST
    }

    /// Answers with exact counts and one page of the messages: `limit` of them, at least 1, at most 1,000, from the
    /// beginning or `after` the place an earlier page gave as `next`.
    @Allowed({Role.RECORDS_OFFICER, Role.REVIEWER, Role.COUNSEL})
    @GetMapping(path = "/api/search", produces = MediaType.APPLICATION_JSON_VALUE)
    SearchAnswer search(
            @RequestParam String q,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(defaultValue = "NEWEST") Sorting sort,
            @RequestParam(defaultValue = "") String after,
            Reader reader)
            throws IOException {
        SearchQuery query = SearchQuery.parse(q, zone, LocalDate.ofInstant(clock.instant(), zone));
        SearchHits found = search.search(query, room.scopeOf(reader), page(limit, sort, after));
        room.record(Act.SEARCHED, reader, ReadingEntries.searched(found), ReadingEntries.shown(found));
        return SearchAnswer.of(found, archive.size());
    }

    private static HitPage page(int limit, Sorting sort, String after) {
        Order order = sort == Sorting.NEWEST ? Order.NEWEST_FIRST : Order.OLDEST_FIRST;
        int size = Math.clamp(limit, 1, LIMIT_MAX);
        if (after.isEmpty()) return new HitPage(order, Optional.empty(), size, Counting.OVERVIEW);
        HitCursor place = HitCursor.read(after).orElseThrow(CursorIsUnknown::new);
        return new HitPage(order, Optional.of(place), size, Counting.TOTALS);
    }
}
