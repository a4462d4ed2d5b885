package org.muniment.search;

import java.util.List;

/// This is the answer to a query. `total` counts messages and `captures` the captures of them; both are exact,
/// whatever the limit on `hits`, which are newest first. `unsearchable` counts the messages whose unread content
/// could change the answer: they hold something that could not be read, and nothing else about them decides whether
/// they belong. `indexedThrough` is the size of the log the answer was given from.
public record SearchHits(
        SearchQuery query, long total, long captures, long unsearchable, long indexedThrough, List<Hit> hits) {
    public SearchHits {
        hits = List.copyOf(hits);
    }
}
