package org.muniment.reading;

import java.util.List;
import org.muniment.search.Hit;
import org.muniment.search.SearchHits;

/// This is what a search found, with everything that says how complete it is. `archived` is how many entries the
/// archive had just after: where `indexedThrough` is less, the index has still to follow.
record SearchAnswer(
        String query,
        String parsed,
        long total,
        long captures,
        long unsearchable,
        long indexedThrough,
        long archived,
        List<Hit> hits) {
    static SearchAnswer of(SearchHits found, long archived) {
        return new SearchAnswer(
                found.query().text(),
                found.query().parsed(),
                found.total(),
                found.captures(),
                found.unsearchable(),
                found.indexedThrough(),
                archived,
                found.hits());
    }
}
