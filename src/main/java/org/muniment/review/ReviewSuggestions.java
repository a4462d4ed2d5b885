package org.muniment.review;

import java.util.List;
import org.muniment.rendition.Passage;
import org.muniment.request.RecordsRequest;
import org.muniment.review.ReviewViews.ReviewSuggestion;
import org.springframework.stereotype.Component;

/// What may be personal data in an item. Only suggested: a person accepts or dismisses each.
@Component
final class ReviewSuggestions {
    List<ReviewSuggestion> in(List<Passage> passages, ItemState state, RecordsRequest request) {
        return List.of();
    }
}
