package org.muniment.delivery;

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
    /// @param whole what a release of all would cover; absent while one is prepared or waits
    record ReleaseOverview(
            String label,
            boolean mayPrepare,
            Optional<ReleaseReadiness> whole,
            Optional<ReleaseReadiness> decidedSoFar,
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

    /// While a release is prepared, a page asks every second: then nothing is hashed.
    ReleaseOverview overview(RecordsRequest request, Actor actor) {
        var releases = table.of(request.id());
        boolean isOneOnTheTable = new EarlierReleases(releases).isOneOnTheTable();
        return new ReleaseOverview(
                request.label(),
                mayRelease(actor),
                isOneOnTheTable ? Optional.empty() : Optional.of(readiness(request, Delivery.Extent.WHOLE)),
                isOneOnTheTable ? Optional.empty() : Optional.of(readiness(request, Delivery.Extent.DECIDED_SO_FAR)),
                releases.stream().map(one -> view(request, one, actor)).toList());
    }

    ReleaseView view(RecordsRequest request, Delivery delivery, Actor actor) {
        var covered = delivery.state() instanceof DeliveryState.Prepared
                ? Optional.of(set.of(request, delivery))
                : Optional.<Covered>empty();
        return ReleaseView.of(
                delivery,
                mayRelease(actor) && !actor.person().equals(delivery.preparedBy()),
                covered.map(now -> obstacles(delivery, now, actor)).orElse(List.of()),
                covered.map(now -> now.law().unverified().stream()
                                .map(UsedExemption::of)
                                .toList())
                        .orElse(List.of()),
                desk.progress(delivery.id()),
                items.warnings(delivery.id()),
                links.of(delivery.id()));
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

    private List<Obstacle> obstacles(Delivery delivery, Covered now, Actor actor) {
        if (now.sha256().equals(delivery.decisionsSha256())) return gate.beforeFinalising(now, delivery, actor);
        return List.of(new Obstacle(
                "A decision or mark was changed after this release was prepared. Withdraw it, and prepare it again.",
                "review"));
    }
}
