package org.muniment.search;

import java.util.Optional;

/// This is which of the results are shown, and whether all of them are counted by date and source too.
///
/// @param after the place behind which the page begins; absent at the beginning
/// @param limit how many results it has at most, up to [ArchiveSearch#HITS_MAX]
public record HitPage(Order order, Optional<HitCursor> after, int limit, Counting counting) {
    /// By when the messages count as sent.
    public enum Order {
        NEWEST_FIRST,
        OLDEST_FIRST
    }

    /// What is counted beside the totals.
    public enum Counting {
        TOTALS,
        OVERVIEW
    }

    public HitPage {
        if (limit < 0 || limit > ArchiveSearch.HITS_MAX)
            throw new IllegalArgumentException(
                    "between 0 and " + ArchiveSearch.HITS_MAX + " hits can be shown, not " + limit);
    }

    /// The newest results, and totals only.
    public static HitPage newest(int limit) {
        return new HitPage(Order.NEWEST_FIRST, Optional.empty(), limit, Counting.TOTALS);
    }
}
