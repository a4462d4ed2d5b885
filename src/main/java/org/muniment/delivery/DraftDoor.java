package org.muniment.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.muniment.access.Actor;
import org.muniment.access.Role;
import org.muniment.archive.AccessionNumber;
import org.muniment.request.RecordsRequest;
import org.muniment.request.RequestRefused;
import org.muniment.review.ReviewItem;
import org.muniment.review.Reviews;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// The only way to a page of a release that was prepared: the pages of an item open to whom the
/// review opens the item, as it is now; a paper about all of them to whom no department bounds.
@Component
final class DraftDoor {
    private static final String INDEX = "withholding-index.pdf";
    private static final Set<String> PAPERS = Set.of("cover.pdf", INDEX, "redaction-log.pdf");

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
    /// [DraftIsNotYours], [ReleaseIsNotReady] or [NoSuchDelivery].
    List<AccessionNumber> open(RecordsRequest request, Delivery delivery, String file, Actor actor) {
        requirePrinted(request, delivery);
        var delivered = items.of(delivery.id());
        Optional<DeliveredItem> of =
                delivered.stream().filter(item -> item.fileName().equals(file)).findFirst();
        if (of.isPresent()) {
            reviews.requireReadable(request.id(), of.get().item(), actor);
            return of.get().message().stream().toList();
        }
        if (!PAPERS.contains(file) && !isCertificate(request, file))
            throw new NoSuchDelivery("There is no such page in this release.");
        requireAll(request, delivered, actor);
        return file.equals(INDEX) ? withheld(delivered) : List.of();
    }

    /// Refuses whoever may not open every page the release prints: nobody finalises what they may not look
    /// at.
    void requireEveryPage(Covered covered, Actor actor) {
        for (var item : covered.items())
            switch (item.decision().kind()) {
                case RELEASE, REDACT -> requireReadable(item, actor);
                case UNDECIDED, NOT_RESPONSIVE, WITHHOLD, REFERRED -> {}
            }
    }

    /// Refuses to let a release out that prints what counsel keeps back since, until counsel has let it go:
    /// whoever recorded another decision meanwhile has not.
    void requireLetGo(Delivery delivery) {
        Set<Integer> out = items.of(delivery.id()).stream()
                .filter(item -> item.outcome().isOut())
                .map(DeliveredItem::item)
                .collect(Collectors.toSet());
        var held = reviews.items(delivery.request()).stream()
                .filter(item -> out.contains(item.number()) && isHeld(item))
                .map(item -> String.valueOf(item.number()))
                .toList();
        if (!held.isEmpty())
            throw new ReleaseIsNotReady("Counsel keeps back what this release prints (item " + String.join(", ", held)
                    + "). Wait until counsel lets it go, or recall the release.");
    }

    private static boolean isHeld(ReviewItem item) {
        return item.keptBack()
                && switch (item.decision().kind()) {
                    case RELEASE, REDACT -> item.waitsForCounsel();
                    case UNDECIDED, NOT_RESPONSIVE, WITHHOLD, REFERRED -> true;
                };
    }

    private void requireReadable(ReviewItem item, Actor actor) {
        try {
            reviews.requireReadable(item.request(), item.number(), actor);
        } catch (RequestRefused unreadable) {
            throw new ReleaseIsNotYours(item.number(), unreadable);
        }
    }

    /// Until all that is known of a release is written down, a message's page looks like a paper.
    private void requirePrinted(RecordsRequest request, Delivery delivery) {
        switch (delivery.state()) {
            case DeliveryState.Preparing _ ->
                throw new ReleaseIsNotReady("This release is still being prepared. Look at it when it is.");
            case DeliveryState.Failed _, DeliveryState.Voided _ ->
                throw new ReleaseIsNotReady("This release was not made, so it has no pages.");
            case DeliveryState.Prepared _ -> {
                if (!set.of(request, delivery).sha256().equals(delivery.decisionsSha256()))
                    throw new ReleaseIsNotReady(
                            "A decision or mark was changed after this release was prepared. Withdraw it, and prepare it again.");
            }
            case DeliveryState.Finalised _, DeliveryState.Recalled _ -> {}
        }
    }

    private static boolean isCertificate(RecordsRequest request, String file) {
        var start = request.label() + "-search-certificate-";
        return file.startsWith(start) && file.substring(start.length()).matches("[0-9]{1,9}\\.pdf");
    }

    private void requireAll(RecordsRequest request, List<DeliveredItem> delivered, Actor actor) {
        if (!actor.departments().isEmpty())
            throw new DraftIsNotYours("This paper names mail of every department. Somebody who is not bound to"
                    + " a department has to look at it.");
        if (actor.is(Role.COUNSEL)) return;
        var known = known(request, delivered);
        if (reviews.items(request.id()).stream().anyMatch(item -> isNewlyKeptBack(item, known)))
            throw new DraftIsNotYours("Counsel keeps back what this paper may name. Ask counsel to look at it.");
    }

    /// The decision each matter was printed under: this release's own, and of what only an earlier part
    /// covered, and the index names again, the latest.
    private Map<String, String> known(RecordsRequest request, List<DeliveredItem> delivered) {
        Map<String, String> known = new HashMap<>();
        for (var item : delivered) known.put(item.matter(), item.decisionSha256());
        for (var item : items.finalised(request.id())) known.putIfAbsent(item.matter(), item.decisionSha256());
        return known;
    }

    /// Of what counsel kept back when a paper was printed, it names nothing, nor of what nobody had decided.
    private static boolean isNewlyKeptBack(ReviewItem item, Map<String, String> known) {
        var printed = known.get(Decisions.matter(item));
        return item.keptBack() && printed != null && !printed.equals(Decisions.sha256(item));
    }

    private static List<AccessionNumber> withheld(List<DeliveredItem> delivered) {
        return delivered.stream()
                .filter(item -> item.outcome() == DeliveredItem.Outcome.WITHHELD)
                .flatMap(item -> item.message().stream())
                .toList();
    }
}
