package org.muniment.delivery;

import org.muniment.request.RequestId;
import org.muniment.request.ReviewState;
import org.muniment.review.Reviews;
import org.springframework.stereotype.Component;

/// This is what an approval is bound to: every decision and mark of the review, by the same hash that binds a release.
@Component
final class ReviewAsDecided implements ReviewState {
    private final Reviews reviews;

    ReviewAsDecided(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public String hash(RequestId request) {
        var text = new StringBuilder();
        for (var item : reviews.items(request))
            text.append(item.number())
                    .append(' ')
                    .append(Decisions.sha256(item))
                    .append('\n');
        return LinkToken.sha256(text.toString());
    }
}
