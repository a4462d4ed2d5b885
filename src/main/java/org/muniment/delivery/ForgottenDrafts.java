package org.muniment.delivery;

import java.util.Set;
import java.util.stream.Stream;
import org.muniment.access.Actor;
import org.muniment.access.PersonId;
import org.muniment.archive.AccessionRanges;
import org.muniment.forgetting.Forgets;
import org.muniment.review.Reviews;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// A release that nobody has finalised is a draft: it goes with a message of its review that was destroyed. What was
/// finalised is a record of its own.
@Component
final class ForgottenDrafts implements Forgets {
    private static final Actor MACHINE = new Actor(PersonId.OPERATOR, "Muniment", Set.of(), Set.of(), "this server");
    private static final String WHY = "A message in it was destroyed. Prepare the release again.";

    private final DeliveryTable table;
    private final PreparationDesk preparations;
    private final ReleaseTurns turns;
    private final ReleaseEnd end;
    private final Reviews reviews;

    ForgottenDrafts(
            WorkflowDatabase database,
            PreparationDesk preparations,
            ReleaseTurns turns,
            ReleaseEnd end,
            Reviews reviews) {
        this.table = DeliveryTable.in(database);
        this.preparations = preparations;
        this.turns = turns;
        this.end = end;
        this.reviews = reviews;
    }

    @Override
    public void forget(AccessionRanges gone) {
        // First those that are being prepared: each may be prepared by the time its turn comes.
        Stream.of(DeliveryState.Kind.PREPARING, DeliveryState.Kind.PREPARED)
                .flatMap(kind -> table.in(kind).stream())
                .filter(draft -> covers(draft, gone))
                .forEach(this::end);
    }

    private boolean covers(Delivery draft, AccessionRanges gone) {
        return reviews.messages(draft.request()).stream().anyMatch(message -> gone.contains(message.index()));
    }

    private void end(Delivery draft) {
        try (var _ = turns.take(draft.request())) {
            var now = table.find(draft.id()).orElseThrow();
            // What is being prepared looks, when its turn comes, whether it was cancelled.
            if (now.state() instanceof DeliveryState.Preparing)
                preparations.progress(now.id()).ifPresent(PreparationProgress::cancel);
            if (now.state() instanceof DeliveryState.Prepared) end.voided(now, WHY, MACHINE);
        }
    }
}
