package org.muniment.search;

import java.util.List;
import java.util.Optional;

/// This is the answer to a query. `total` counts messages and `captures` the captures of them; both are exact,
/// whatever the limit on `hits`, which are newest first. `unsearchable` counts the messages whose unread content
/// could change the answer: they hold something that could not be read, and nothing else about them decides whether
/// they belong. `indexedThrough` is the size of the log the answer was given from.
///
/// All of them count only what the reader may see. `quarantined` alone is the number of messages that match and are
/// kept back from the reader. `next` is where the next page begins, if there is one.
public record SearchHits(
        SearchQuery query,
        long total,
        long captures,
        long unsearchable,
        long quarantined,
        long indexedThrough,
        List<Hit> hits,
        Optional<HitCursor> next,
        Optional<Overview> overview) {
    public SearchHits {
        hits = List.copyOf(hits);
    }
}
