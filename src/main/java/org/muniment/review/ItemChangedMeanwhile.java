package org.muniment.review;

import java.util.Optional;
import org.muniment.request.RequestRefused;
import org.springframework.http.HttpStatus;

/// Somebody acted on the item after this page showed it; nothing was changed by the second of them.
final class ItemChangedMeanwhile extends RequestRefused {
    ItemChangedMeanwhile(int number, Optional<ReviewActs.Done> last) {
        super(
                HttpStatus.CONFLICT,
                "item-changed-meanwhile",
                "Somebody was quicker",
                "Item %d was changed meanwhile%s. Nothing of yours was written. Look at it as it is now, and decide again."
                        .formatted(
                                number,
                                last.map(act -> " by " + act.by() + ": " + act.what())
                                        .orElse("")));
    }
}
