package org.muniment.delivery;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.Role;
import org.muniment.law.Standing;
import org.muniment.request.RecordsRequest;
import org.muniment.review.ReviewDecision;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// What a page shows of the releases of a request.
@Component
final class ReleaseViews {
    private final DeliveryTable table;
    private final DeliveredItems items;
    private final HandOverTable links;
    private final ReleaseSet set;
    private final ReleaseGate gate;
    private final PreparationDesk desk;

    ReleaseViews(WorkflowDatabase database, ReleaseSet set, ReleaseGate gate, PreparationDesk desk) {
        this.table = DeliveryTable.in(database);
        this.items = new DeliveredItems(database);
        this.links = new HandOverTable(database);
        this.set = set;
        this.gate = gate;
        this.desk = desk;
    }

    /// @param mayPrepare whether who asks may prepare, finalise, hand over and recall
    record ReleaseOverview(
            String label,
            boolean mayPrepare,
            ReleaseReadiness whole,
            ReleaseReadiness decidedSoFar,
            List<ReleaseView> releases) {}

    /// @param counts of the items a release begun now would cover, by decision
    /// @param undecided how many items it leaves for later
    record ReleaseReadiness(
            List<Obstacle> obstacles,
            Map<ReviewDecision.Kind, Integer> counts,
            int undecided,
            List<UsedExemption> exemptions) {}

    /// @param items how many rest on it
    record UsedExemption(
            String id, String code, String label, String covers, String citation, Standing standing, int items) {
        static UsedExemption of(UsedLaw.Row row) {
            var exemption = row.exemption();
            return new UsedExemption(
                    exemption.id().value(),
                    exemption.code(),
                    exemption.boxLabel(),
                    exemption.longLabel(),
                    exemption.provision().citation(),
                    row.standing(),
                    row.items());
        }
    }

    /// @param mayFinalise whether who asks is somebody else than who prepared it, and may finalise
    /// @param obstacles what stands in the way of finalising it
    /// @param exemptions those counsel has to confirm when it is finalised
    record ReleaseView(
            long id,
            int part,
            Delivery.Extent extent,
            Delivery.IndexNames names,
            DeliveryState.Kind state,
            Instant since,
            String why,
            String firstBates,
            long pages,
            long redactions,
            String preparedBy,
            Instant preparedAt,
            Optional<String> manifestSha256,
            Optional<FinalisedView> finalised,
            boolean mayFinalise,
            List<Obstacle> obstacles,
            List<UsedExemption> exemptions,
            Optional<PreparationView> progress,
            List<DeliveryWarning> warnings,
            List<HandOverView> links) {}

    record FinalisedView(Instant at, String by, long logEntry) {}

    record PreparationView(long done, long total) {}

    record HandOverView(
            long id,
            HandOver.Packing packing,
            long sizeBytes,
            String sha256,
            Instant madeAt,
            String madeBy,
            Instant expiresAt,
            Optional<Instant> revokedAt,
            long downloads,
            Optional<Instant> lastDownloadAt) {
        static HandOverView of(HandOver link) {
            return new HandOverView(
                    link.id(),
                    link.packing(),
                    link.sizeBytes(),
                    link.sha256(),
                    link.madeAt(),
                    link.madeBy(),
                    link.expiresAt(),
                    link.revokedAt(),
                    link.downloads(),
                    link.lastDownloadAt());
        }
    }

    ReleaseOverview overview(RecordsRequest request, Actor actor) {
        return new ReleaseOverview(
                request.label(),
                mayRelease(actor),
                readiness(request, Delivery.Extent.WHOLE),
                readiness(request, Delivery.Extent.DECIDED_SO_FAR),
                table.of(request.id()).stream()
                        .map(one -> view(request, one, actor))
                        .toList());
    }

    ReleaseView view(RecordsRequest request, Delivery delivery, Actor actor) {
        var state = delivery.state();
        var covered = state instanceof DeliveryState.Prepared
                ? Optional.of(set.of(request, delivery))
                : Optional.<Covered>empty();
        return new ReleaseView(
                delivery.id().number(),
                delivery.part(),
                delivery.extent(),
                delivery.names(),
                state.kind(),
                state.since(),
                why(state),
                delivery.first().toString(),
                delivery.pages(),
                delivery.redactions(),
                delivery.preparedByName(),
                delivery.preparedAt(),
                manifest(state),
                finalised(state),
                mayRelease(actor) && !actor.person().equals(delivery.preparedBy()),
                covered.map(now -> obstacles(delivery, now)).orElse(List.of()),
                covered.map(now -> now.law().unverified().stream()
                                .map(UsedExemption::of)
                                .toList())
                        .orElse(List.of()),
                desk.progress(delivery.id()).map(at -> new PreparationView(at.done(), at.total())),
                items.warnings(delivery.id()),
                links.of(delivery.id()).stream().map(HandOverView::of).toList());
    }

    static boolean mayRelease(Actor actor) {
        return actor.is(Role.RECORDS_OFFICER) || actor.is(Role.COUNSEL);
    }

    private ReleaseReadiness readiness(RecordsRequest request, Delivery.Extent extent) {
        var covered = set.now(request, extent, Delivery.IndexNames.NAMED);
        Map<ReviewDecision.Kind, Integer> counts = new EnumMap<>(ReviewDecision.Kind.class);
        for (var item : covered.items()) counts.merge(item.decision().kind(), 1, Integer::sum);
        return new ReleaseReadiness(
                gate.beforePreparing(covered),
                counts,
                covered.undecided().size(),
                covered.law().rows().stream().map(UsedExemption::of).toList());
    }

    private List<Obstacle> obstacles(Delivery delivery, Covered now) {
        if (now.sha256().equals(delivery.decisionsSha256())) return gate.beforeFinalising(now);
        return List.of(new Obstacle(
                "A decision or mark was changed after this release was prepared. Withdraw it, and prepare it again.",
                "review"));
    }

    private static String why(DeliveryState state) {
        return switch (state) {
            case DeliveryState.Failed failed -> failed.why();
            case DeliveryState.Voided voided -> voided.why();
            case DeliveryState.Recalled recalled -> recalled.reason();
            case DeliveryState.Preparing _, DeliveryState.Prepared _, DeliveryState.Finalised _ -> "";
        };
    }

    private static Optional<String> manifest(DeliveryState state) {
        return switch (state) {
            case DeliveryState.Prepared prepared -> Optional.of(prepared.manifestSha256());
            case DeliveryState.Finalised finalised -> Optional.of(finalised.manifestSha256());
            case DeliveryState.Recalled recalled ->
                Optional.of(recalled.before().manifestSha256());
            case DeliveryState.Preparing _, DeliveryState.Failed _, DeliveryState.Voided _ -> Optional.empty();
        };
    }

    private static Optional<FinalisedView> finalised(DeliveryState state) {
        return switch (state) {
            case DeliveryState.Finalised one -> Optional.of(view(one));
            case DeliveryState.Recalled recalled -> Optional.of(view(recalled.before()));
            case DeliveryState.Preparing _, DeliveryState.Prepared _, DeliveryState.Failed _, DeliveryState.Voided _ ->
                Optional.empty();
        };
    }

    private static FinalisedView view(DeliveryState.Finalised one) {
        return new FinalisedView(one.since(), one.byName(), one.logEntry().index());
    }
}
