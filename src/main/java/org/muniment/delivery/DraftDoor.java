package org.muniment.delivery;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muniment.access.Actor;
import org.muniment.access.Role;
import org.muniment.archive.AccessionNumber;
import org.muniment.request.RecordsRequest;
import org.muniment.review.ReviewDecision;
import org.muniment.review.ReviewItem;
import org.muniment.review.Reviews;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// The only way to a page of a release that was prepared: the pages of an item open to whom the
/// review opens the item, as it is now; a paper about all of them to whom no department bounds.
@Component
final class DraftDoor {
    private final DeliveredItems items;
    private final ReleaseSet set;
    private final Reviews reviews;

    DraftDoor(WorkflowDatabase database, ReleaseSet set, Reviews reviews) {
        DeliveryTable.in(database);
        this.items = new DeliveredItems(database);
        this.set = set;
        this.reviews = reviews;
    }

    /// Returns the messages that whoever looks at the file reads of. Throws what the review throws, and
    /// [DraftIsNotYours] or [ReleaseIsNotReady].
    List<AccessionNumber> open(RecordsRequest request, Delivery delivery, String file, Actor actor) {
        if (delivery.state() instanceof DeliveryState.Prepared
                && !set.of(request, delivery).sha256().equals(delivery.decisionsSha256()))
            throw new ReleaseIsNotReady(
                    "A decision or mark was changed after this release was prepared. Withdraw it, and prepare it again.");
        var delivered = items.of(delivery.id());
        Optional<DeliveredItem> of =
                delivered.stream().filter(item -> item.fileName().equals(file)).findFirst();
        if (of.isPresent()) {
            reviews.requireReadable(request.id(), of.get().item(), actor);
            return of.get().message().stream().toList();
        }
        requireAll(request, delivered, actor);
        return file.startsWith("withholding-index") ? withheld(delivered) : List.of();
    }

    private void requireAll(RecordsRequest request, List<DeliveredItem> delivered, Actor actor) {
        if (!actor.departments().isEmpty())
            throw new DraftIsNotYours("This paper names mail of every department. Somebody who is not bound to"
                    + " a department has to look at it.");
        if (actor.is(Role.COUNSEL)) return;
        var known = new HashSet<String>();
        for (var item : delivered) known.add(item.decisionSha256());
        for (var item : items.finalised(request.id())) known.add(item.decisionSha256());
        if (reviews.items(request.id()).stream().anyMatch(item -> isNewlyKeptBack(item, known)))
            throw new DraftIsNotYours("Counsel keeps back what this paper may name. Ask counsel to look at it.");
    }

    /// Of what counsel kept back when the index was printed, the index names nothing.
    private static boolean isNewlyKeptBack(ReviewItem item, Set<String> known) {
        return item.keptBack()
                && item.decision() instanceof ReviewDecision.Withhold
                && !known.contains(Decisions.sha256(item));
    }

    private static List<AccessionNumber> withheld(List<DeliveredItem> delivered) {
        return delivered.stream()
                .filter(item -> item.outcome() == DeliveredItem.Outcome.WITHHELD)
                .flatMap(item -> item.message().stream())
                .toList();
    }
}
