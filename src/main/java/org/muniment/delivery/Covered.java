package org.muniment.delivery;

import java.util.List;
import org.muniment.request.RecordsRequest;
import org.muniment.review.ReviewItem;

/// This is what a release would cover now.
///
/// @param items decided, and not released before in the same way
/// @param all every item of the review
/// @param law that it names, in the index of what is withheld as well
/// @param sha256 of the decisions about what it covers, and about what its index names
record Covered(
        RecordsRequest request,
        Delivery.Extent extent,
        List<ReviewItem> items,
        List<ReviewItem> all,
        UsedLaw law,
        String sha256) {
    Covered {
        items = List.copyOf(items);
        all = List.copyOf(all);
    }

    List<ReviewItem> undecided() {
        return all.stream().filter(item -> !Decisions.isMade(item)).toList();
    }

    List<ReviewItem> withDrafts() {
        return all.stream().filter(ReviewItem::hasDrafts).toList();
    }
}
