package org.muniment.delivery;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
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
import org.muniment.production.BatesNumber;
import org.muniment.production.BatesPrefix;
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
    private static final String STOPPED = "The server was stopped while this was prepared. Begin again.";

    private final DeliveryTable table;
    private final DeliveredItems items;
    private final DeliveryFolders folders;
    private final RecordsRequests requests;
    private final ReleaseSet set;
    private final ReleaseGate gate;
    private final PreparationRoom room;
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
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
        table.in(DeliveryState.Kind.PREPARING).forEach(this::brokenOff);
    }

    /// Begins to prepare a release. Throws [ReleaseIsNotReady] with all that stands in the way.
    synchronized Delivery begin(RequestId id, Delivery.Extent extent, Delivery.IndexNames names, Reader reader) {
        var request = requests.require(id, reader.actor());
        var earlier = table.of(id);
        if (earlier.stream().anyMatch(PreparationDesk::isOnTheTable))
            throw new ReleaseIsNotReady("A release of " + request.label()
                    + " is already being prepared, or waits for its second person. Finalise it, or withdraw it first.");
        var covered = set.now(request, extent, names);
        var obstacles = gate.beforePreparing(covered);
        if (!obstacles.isEmpty()) throw new ReleaseIsNotReady(obstacles);
        var begun = table.done(() -> {
            var added = table.add(begun(request, covered, names, earlier, reader.actor()), reader.actor());
            tell(
                    request,
                    reader.actor(),
                    "Began to prepare release part %d: %s.".formatted(part(earlier), told(extent)));
            audit.record(AuditEntry.reading(
                    Act.RELEASED,
                    reader,
                    "%s: begins to prepare release part %d".formatted(request.label(), part(earlier)),
                    Preparation.messages(covered)));
            return added;
        });
        var delivery = table.find(begun).orElseThrow();
        var progress = new PreparationProgress();
        underWay.put(begun, progress);
        worker.execute(() -> prepare(delivery, covered, progress, reader.actor()));
        return delivery;
    }

    /// How far a preparation is; empty if it is not under way.
    Optional<PreparationProgress> progress(DeliveryId id) {
        return Optional.ofNullable(underWay.get(id));
    }

    /// Stops a preparation, or takes back what was prepared and not finalised.
    synchronized void withdraw(Delivery delivery, String reason, Actor by) {
        var running = underWay.get(delivery.id());
        if (running != null) {
            running.cancel();
            return;
        }
        end(
                delivery,
                DeliveryState.Kind.PREPARED,
                DeliveryState.Kind.VOID,
                "Withdrawn by " + by.name() + ": " + reason,
                by);
    }

    /// Takes back what was prepared because it is not what would be released now.
    void voided(Delivery delivery, String why, Actor by) {
        end(delivery, DeliveryState.Kind.PREPARED, DeliveryState.Kind.VOID, why, by);
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
            finish(delivery, covered, made, by);
        } catch (PreparationProgress.Cancelled stopped) {
            failed(delivery, "Stopped before it was done. Nothing was released.", by);
        } catch (RuntimeException | IOException refused) {
            LOG.warn("release {} could not be prepared", delivery.id(), refused);
            failed(delivery, String.valueOf(refused.getMessage()), by);
        } finally {
            underWay.remove(delivery.id());
        }
    }

    /// What changed while pages were printed is found here: nothing is prepared that is not decided so.
    private void finish(Delivery delivery, Covered covered, Preparation.Made made, Actor by) throws IOException {
        var request = requests.known(delivery.request());
        if (!set.again(request, covered, delivery.names()).sha256().equals(delivery.decisionsSha256())) {
            failed(delivery, "A decision changed while this was prepared. Begin again.", by);
            return;
        }
        folders.keep(delivery.id(), made.prepared().folder());
        table.done(() -> {
            items.add(delivery.id(), made.items(), made.warnings());
            table.prepared(
                    delivery.id(),
                    made.pages(),
                    made.redactions(),
                    new DeliveryState.Prepared(clock.instant(), made.prepared().manifestSha256()));
            tell(
                    request,
                    by,
                    "Prepared release part %d: %,d pages, %,d redactions. It waits for a second person."
                            .formatted(delivery.part(), made.pages(), made.redactions()));
            return delivery;
        });
    }

    private void failed(Delivery delivery, String why, Actor by) {
        end(delivery, DeliveryState.Kind.PREPARING, DeliveryState.Kind.FAILED, why, by);
    }

    private void end(Delivery delivery, DeliveryState.Kind from, DeliveryState.Kind to, String why, Actor by) {
        table.done(() -> {
            if (!table.ended(delivery.id(), from, to, clock.instant(), why)) return false;
            var request = requests.known(delivery.request());
            tell(request, by, "Release part %d was not made: %s".formatted(delivery.part(), why));
            audit.record(new AuditEntry(
                    Act.RELEASED,
                    by,
                    Optional.empty(),
                    "%s: release part %d was not made".formatted(request.label(), delivery.part()),
                    List.of()));
            return true;
        });
        remove(delivery);
    }

    private void brokenOff(Delivery delivery) {
        table.done(() -> table.ended(
                delivery.id(), DeliveryState.Kind.PREPARING, DeliveryState.Kind.FAILED, clock.instant(), STOPPED));
        remove(delivery);
    }

    private void remove(Delivery delivery) {
        try {
            folders.remove(delivery.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tell(RecordsRequest request, Actor by, String sentence) {
        timeline.add(request.id(), by, "release", sentence);
    }

    private Delivery begun(
            RecordsRequest request, Covered covered, Delivery.IndexNames names, List<Delivery> earlier, Actor by) {
        var now = clock.instant();
        return new Delivery(
                new DeliveryId(0),
                request.id(),
                part(earlier),
                covered.extent(),
                names,
                new BatesNumber(new BatesPrefix(request.label() + "-"), next(earlier)),
                0,
                0,
                covered.sha256(),
                by.person(),
                by.name(),
                now,
                new DeliveryState.Preparing(now));
    }

    private static boolean isOnTheTable(Delivery delivery) {
        return switch (delivery.state().kind()) {
            case PREPARING, PREPARED -> true;
            case FAILED, VOID, FINALISED, RECALLED -> false;
        };
    }

    private static boolean hasLeft(Delivery delivery) {
        return switch (delivery.state().kind()) {
            case FINALISED, RECALLED -> true;
            case PREPARING, PREPARED, FAILED, VOID -> false;
        };
    }

    /// A number that was on a page once is never on another, recalled or not.
    private static long next(List<Delivery> earlier) {
        return earlier.stream()
                .filter(PreparationDesk::hasLeft)
                .mapToLong(one -> one.first().number() + one.pages())
                .max()
                .orElse(1);
    }

    private static int part(List<Delivery> earlier) {
        return 1 + (int) earlier.stream().filter(PreparationDesk::hasLeft).count();
    }

    private static String told(Delivery.Extent extent) {
        return switch (extent) {
            case WHOLE -> "all of the review";
            case DECIDED_SO_FAR -> "what is decided so far";
        };
    }
}
