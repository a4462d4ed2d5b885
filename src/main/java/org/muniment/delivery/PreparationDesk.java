package org.muniment.delivery;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.muniment.access.Actor;
import org.muniment.access.Reader;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.request.RecordsRequest;
import org.muniment.request.RecordsRequests;
import org.muniment.request.RequestId;
import org.muniment.request.Timeline;
import org.muniment.workflow.WorkflowDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// This is where releases are prepared, one after the other, in the background. What the server's end broke off is
/// found at its next start, removed, and can be begun again.
@Component
final class PreparationDesk {
    private static final Logger LOG = LoggerFactory.getLogger(PreparationDesk.class);

    private final DeliveryTable table;
    private final DeliveredItems items;
    private final DeliveryFolders folders;
    private final RecordsRequests requests;
    private final ReleaseSet set;
    private final ReleaseGate gate;
    private final PreparationRoom room;
    private final ReleaseTurns turns;
    private final ReleaseEnd end;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final InstantSource clock;
    private final Map<DeliveryId, PreparationProgress> underWay = new ConcurrentHashMap<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("release").factory());

    PreparationDesk(
            WorkflowDatabase database,
            DeliveryFolders folders,
            RecordsRequests requests,
            ReleaseSet set,
            ReleaseGate gate,
            PreparationRoom room,
            ReleaseTurns turns,
            ReleaseEnd end,
            Timeline timeline,
            AuditTrail audit,
            InstantSource clock) {
        this.table = DeliveryTable.in(database);
        this.items = new DeliveredItems(database);
        this.folders = folders;
        this.requests = requests;
        this.set = set;
        this.gate = gate;
        this.room = room;
        this.turns = turns;
        this.end = end;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
        end.brokenOff();
    }

    /// Begins to prepare a release. Throws [ReleaseIsNotReady] with all that stands in the way.
    Delivery begin(RequestId id, Delivery.Extent extent, Delivery.IndexNames names, Reader reader) {
        var request = requests.require(id, reader.actor());
        try (var _ = turns.take(id)) {
            var earlier = new EarlierReleases(table.of(id));
            if (earlier.isOneOnTheTable())
                throw new ReleaseIsNotReady(
                        "A release of " + request.label()
                                + " is already being prepared, or waits for its second person. Finalise it, or withdraw it first.");
            var covered = set.now(request, extent, names);
            var obstacles = gate.beforePreparing(covered);
            if (!obstacles.isEmpty()) throw new ReleaseIsNotReady(obstacles);
            var begun = begun(covered, names, earlier, reader);
            var progress = new PreparationProgress();
            underWay.put(begun.id(), progress);
            worker.execute(() -> prepare(begun, covered, progress, reader.actor()));
            return begun;
        }
    }

    private Delivery begun(Covered covered, Delivery.IndexNames names, EarlierReleases earlier, Reader reader) {
        var request = covered.request();
        var next = earlier.next(covered, names, reader.actor(), clock.instant());
        return table.done(() -> {
            var added = table.add(next, reader.actor());
            tell(
                    request,
                    reader.actor(),
                    "Began to prepare release part %d: %s.".formatted(next.part(), told(next.extent())));
            audit.record(AuditEntry.reading(
                    Act.RELEASED,
                    reader,
                    "%s: begins to prepare release part %d".formatted(request.label(), next.part()),
                    Preparation.messages(covered)));
            return table.find(added).orElseThrow();
        });
    }

    /// How far a preparation is; empty if it is not under way.
    Optional<PreparationProgress> progress(DeliveryId id) {
        return Optional.ofNullable(underWay.get(id));
    }

    /// Stops a preparation, or takes back what was prepared and not finalised. Throws
    /// [ReleaseIsNotReady] if it is neither any more.
    void withdraw(DeliveryId id, String reason, Actor by) {
        var request = table.find(id).orElseThrow().request();
        try (var _ = turns.take(request)) {
            var delivery = table.find(id).orElseThrow();
            var running = underWay.get(id);
            if (delivery.state() instanceof DeliveryState.Preparing && running != null) running.cancel();
            else end.voided(delivery, "Withdrawn by " + by.name() + ": " + reason, by);
        }
    }

    @PreDestroy
    void close() throws InterruptedException {
        underWay.values().forEach(PreparationProgress::cancel);
        worker.shutdown();
        if (!worker.awaitTermination(30, TimeUnit.SECONDS)) worker.shutdownNow();
    }

    private void prepare(Delivery delivery, Covered covered, PreparationProgress progress, Actor by) {
        try {
            var made = room.make(delivery, covered, progress);
            finish(delivery, covered, made, progress, by);
        } catch (PreparationProgress.Cancelled stopped) {
            end.failed(delivery, "Stopped before it was done. Nothing was released.", by);
        } catch (RuntimeException | IOException refused) {
            LOG.warn("release {} could not be prepared", delivery.id(), refused);
            end.failed(delivery, String.valueOf(refused.getMessage()), by);
        } finally {
            underWay.remove(delivery.id());
        }
    }

    /// What changed while pages were printed is found here: nothing is prepared that is not decided so.
    private void finish(
            Delivery delivery, Covered covered, Preparation.Made made, PreparationProgress progress, Actor by)
            throws IOException {
        var request = requests.known(delivery.request());
        try (var _ = turns.take(request.id())) {
            progress.reached(progress.total(), progress.total());
            if (!set.again(request, covered, delivery.names()).sha256().equals(delivery.decisionsSha256())) {
                end.failed(delivery, "A decision changed while this was prepared. Begin again.", by);
                return;
            }
            folders.keep(delivery.id(), made.prepared().folder());
            table.done(() -> {
                items.add(delivery.id(), made.items(), made.warnings());
                table.prepared(
                        delivery.id(),
                        made.pages(),
                        made.redactions(),
                        new DeliveryState.Prepared(
                                clock.instant(), made.prepared().manifestSha256()));
                tell(
                        request,
                        by,
                        "Prepared release part %d: %,d pages, %,d redactions. It waits for a second person."
                                .formatted(delivery.part(), made.pages(), made.redactions()));
                return delivery;
            });
        }
    }

    private void tell(RecordsRequest request, Actor by, String sentence) {
        timeline.add(request.id(), by, "release", sentence);
    }

    private static String told(Delivery.Extent extent) {
        return switch (extent) {
            case WHOLE -> "all of the review";
            case DECIDED_SO_FAR -> "what is decided so far";
        };
    }
}
