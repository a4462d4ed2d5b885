package org.muniment.delivery;

import java.util.List;
import org.muniment.access.Actor;
import org.muniment.request.WorkThatWaits;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// Tells whoever may finalise a release that it waits for them: anybody who may release but its
/// preparer.
@Component
final class ReleasesThatWait implements WorkThatWaits {
    private final DeliveryTable table;

    ReleasesThatWait(WorkflowDatabase database) {
        this.table = DeliveryTable.in(database);
    }

    @Override
    public List<Work> of(Actor actor) {
        if (!ReleaseViews.mayRelease(actor)) return List.of();
        return table.in(DeliveryState.Kind.PREPARED).stream()
                .filter(waiting -> !waiting.preparedBy().equals(actor.person()))
                .map(ReleasesThatWait::work)
                .toList();
    }

    private static Work work(Delivery waiting) {
        return new Work(
                waiting.request(),
                "has a release that waits to be finalised",
                waiting.preparedByName() + " prepared part " + waiting.part()
                        + ". Somebody else has to look it over and finalise it; that may be you.",
                "release",
                "Look and finalise");
    }
}
