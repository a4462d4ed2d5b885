package org.muniment.collection;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.muniment.access.Reader;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.request.RequestId;
import org.muniment.search.SearchQuery;
import org.springframework.stereotype.Component;

/// This is what tells two searches of a request apart, by exact counts.
@Component
class SearchComparison {
    private final RequestSearches searches;
    private final SearchCounter counter;
    private final AuditTrail audit;

    SearchComparison(RequestSearches searches, SearchCounter counter, AuditTrail audit) {
        this.searches = searches;
        this.counter = counter;
        this.audit = audit;
    }

    /// Messages by which of the two searches finds them, those kept back by counsel among them.
    record SearchesCompared(int first, int second, long onlyFirst, long both, long onlySecond) {}

    SearchesCompared of(RequestId request, int first, int second, Reader reader) throws IOException {
        SearchVersion one = searches.require(request, first).current();
        SearchVersion other = searches.require(request, second).current();
        if (first == second || !one.zone().equals(other.zone()))
            throw new SearchIsUnusable("Choose two searches whose days begin in the same time zone.");
        SearchesCompared compared = new SearchesCompared(
                first,
                second,
                count("(%s) AND NOT (%s)", one, other, reader),
                count("(%s) AND (%s)", one, other, reader),
                count("(%s) AND NOT (%s)", other, one, reader));
        String what = "compared searches %d and %d: %,d only in the first, %,d in both, %,d only in the second"
                .formatted(first, second, compared.onlyFirst, compared.both, compared.onlySecond);
        audit.record(AuditEntry.reading(Act.SEARCHED, reader, what, List.of()));
        return compared;
    }

    private long count(String form, SearchVersion one, SearchVersion other, Reader reader) throws IOException {
        String text = form.formatted(one.parsed(), other.parsed());
        if (text.length() > SearchQuery.TEXT_LENGTH_MAX)
            throw new SearchIsUnusable("The two searches are too long to be compared.");
        return counter.matching(SearchQuery.parse(text, one.zone(), LocalDate.EPOCH), reader.actor());
    }
}
