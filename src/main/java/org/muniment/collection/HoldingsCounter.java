package org.muniment.collection;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.collection.CertifiedSearches.Holdings;
import org.muniment.privilege.Quarantine;
import org.muniment.search.ArchiveSearch;
import org.muniment.search.HitPage;
import org.muniment.search.Overview;
import org.muniment.search.SearchHits;
import org.muniment.search.SearchQuery;
import org.muniment.search.SearchScope;
import org.springframework.stereotype.Component;

/// This counts what there was to search.
@Component
class HoldingsCounter {
    private final ArchiveSearch search;
    private final Quarantine quarantine;
    private final ZoneId zone;

    HoldingsCounter(ArchiveSearch search, Quarantine quarantine, ZoneId zone) {
        this.search = search;
        this.quarantine = quarantine;
        this.zone = zone;
    }

    Holdings count(Actor actor) throws IOException {
        SearchQuery everything = SearchQuery.parse("*", zone, LocalDate.EPOCH);
        SearchScope open = quarantine.openScope(actor);
        HitPage counts = new HitPage(HitPage.Order.NEWEST_FIRST, Optional.empty(), 0, HitPage.Counting.OVERVIEW);
        SearchHits all = search.search(everything, open, counts);
        long keptBack =
                search.search(everything, quarantine.keptBackScope(actor), 0).total();
        Overview overview = all.overview().orElseThrow();
        return new Holdings(
                all.total(),
                keptBack,
                search.exceptionCount(open),
                day(everything, open, HitPage.Order.OLDEST_FIRST),
                day(everything, open, HitPage.Order.NEWEST_FIRST),
                overview.sources().stream().map(Overview.SourceCount::source).toList(),
                actor.departments().isEmpty());
    }

    private Optional<LocalDate> day(SearchQuery everything, SearchScope open, HitPage.Order order) throws IOException {
        HitPage one = new HitPage(order, Optional.empty(), 1, HitPage.Counting.TOTALS);
        return search.search(everything, open, one).hits().stream()
                .map(hit -> LocalDate.ofInstant(hit.sentAt().orElse(hit.capturedAt()), zone))
                .findFirst();
    }
}
