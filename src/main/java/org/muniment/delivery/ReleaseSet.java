package org.muniment.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.muniment.law.LawBook;
import org.muniment.law.Verifications;
import org.muniment.request.RecordsRequest;
import org.muniment.review.ReviewDecision;
import org.muniment.review.ReviewItem;
import org.muniment.review.Reviews;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// This is how a release's content follows from the review, and from what was released before.
@Component
final class ReleaseSet {
    private final Reviews reviews;
    private final LawBook book;
    private final Verifications verifications;
    private final DeliveredItems delivered;

    ReleaseSet(Reviews reviews, LawBook book, Verifications verifications, WorkflowDatabase database) {
        DeliveryTable.in(database);
        this.reviews = reviews;
        this.book = book;
        this.verifications = verifications;
        this.delivered = new DeliveredItems(database);
    }

    /// What a release begun now would cover.
    Covered now(RecordsRequest request, Delivery.Extent extent, Delivery.IndexNames names) {
        var before = outBefore(request);
        var all = reviews.items(request.id());
        var items = all.stream()
                .filter(Decisions::isMade)
                .filter(item -> !Decisions.sha256(item).equals(before.get(Decisions.matter(item))))
                .toList();
        return covered(request, extent, names, items, all, before);
    }

    /// What the release covers, as it is decided now: its hash tells whether that is still what was prepared.
    Covered of(RecordsRequest request, Delivery delivery) {
        Set<Integer> numbers =
                delivered.of(delivery.id()).stream().map(DeliveredItem::item).collect(Collectors.toSet());
        return of(request, delivery.extent(), delivery.names(), numbers);
    }

    /// The same, while it is being prepared.
    Covered again(RecordsRequest request, Covered before, Delivery.IndexNames names) {
        Set<Integer> numbers = before.items().stream().map(ReviewItem::number).collect(Collectors.toSet());
        return of(request, before.extent(), names, numbers);
    }

    private Covered of(
            RecordsRequest request, Delivery.Extent extent, Delivery.IndexNames names, Set<Integer> numbers) {
        if (extent == Delivery.Extent.WHOLE) return now(request, extent, names);
        var all = reviews.items(request.id());
        var items = all.stream().filter(item -> numbers.contains(item.number())).toList();
        return covered(request, extent, names, items, all, outBefore(request));
    }

    /// The index names what earlier parts withheld, too: the hash binds that as well.
    private Covered covered(
            RecordsRequest request,
            Delivery.Extent extent,
            Delivery.IndexNames names,
            List<ReviewItem> items,
            List<ReviewItem> all,
            Map<String, String> before) {
        var withheldBefore = all.stream()
                .filter(item -> item.decision() instanceof ReviewDecision.Withhold)
                .filter(item -> Decisions.sha256(item).equals(before.get(Decisions.matter(item))))
                .toList();
        var printed = Stream.concat(items.stream(), withheldBefore.stream()).toList();
        var law = UsedLaw.of(request, printed, book, verifications);
        return new Covered(request, extent, items, all, law, Decisions.sha256(request, names, printed, law));
    }

    /// The latest decision under which each matter is covered by a release that stands.
    private Map<String, String> outBefore(RecordsRequest request) {
        Map<String, String> latest = new HashMap<>();
        for (var item : delivered.finalised(request.id())) latest.putIfAbsent(item.matter(), item.decisionSha256());
        return latest;
    }
}
