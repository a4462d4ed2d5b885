package org.muniment.review;

import java.util.ArrayList;
import java.util.List;
import org.muniment.request.ClosingObstacle;
import org.muniment.request.RequestId;
import org.springframework.stereotype.Component;

/// What a review still wants before its request can be closed.
@Component
final class ReviewObstacle implements ClosingObstacle {
    private final Reviews reviews;

    ReviewObstacle(Reviews reviews) {
        this.reviews = reviews;
    }

    @Override
    public List<String> standingInTheWay(RequestId request) {
        ReviewProgress progress = reviews.progress(request);
        List<String> sentences = new ArrayList<>();
        if (progress.undecided() > 0)
            sentences.add(items(progress.undecided()) + " not decided yet. Decide each on the tab Review.");
        if (progress.drafts() > 0)
            sentences.add("Marks of " + number(progress.drafts())
                    + " of the review are drafts. Make them final or take them away on the tab Review.");
        if (progress.referred() > 0)
            sentences.add(
                    items(progress.referred()) + " with counsel. Wait for the answer, or take the question back.");
        return sentences;
    }

    private static String items(int count) {
        return number(count) + (count == 1 ? " is" : " are");
    }

    private static String number(int count) {
        return count == 1 ? "1 item" : "%,d items".formatted(count);
    }

    @Override
    public String tab() {
        return "review";
    }
}
