package org.muniment.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.muniment.delivery.ReleaseViews.UsedExemption;

/// What a page shows of one release.
///
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
        List<HandOverView> links) {

    static ReleaseView of(
            Delivery delivery,
            boolean mayFinalise,
            List<Obstacle> obstacles,
            List<UsedExemption> exemptions,
            Optional<PreparationProgress> progress,
            List<DeliveryWarning> warnings,
            List<HandOver> links) {
        var state = delivery.state();
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
                mayFinalise,
                obstacles,
                exemptions,
                progress.map(at -> new PreparationView(at.done(), at.total())),
                warnings,
                links.stream().map(HandOverView::of).toList());
    }

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
