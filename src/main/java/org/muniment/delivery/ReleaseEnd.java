package org.muniment.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.request.RecordsRequests;
import org.muniment.request.Timeline;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// This is how a release that nobody finalised comes to nothing: it is said, and its files are
/// removed. Of what was finalised, recalled or not, nothing is ever removed.
@Component
final class ReleaseEnd {
    private static final String STOPPED = "The server was stopped while this was prepared. Begin again.";

    private final DeliveryTable table;
    private final DeliveryFolders folders;
    private final RecordsRequests requests;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final InstantSource clock;

    ReleaseEnd(
            WorkflowDatabase database,
            DeliveryFolders folders,
            RecordsRequests requests,
            Timeline timeline,
            AuditTrail audit,
            InstantSource clock) {
        this.table = DeliveryTable.in(database);
        this.folders = folders;
        this.requests = requests;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /// Its preparation came to nothing.
    void failed(Delivery delivery, String why, Actor by) {
        end(delivery, DeliveryState.Kind.PREPARING, DeliveryState.Kind.FAILED, why, by);
    }

    /// It was prepared, and may not go out any more. Throws [ReleaseIsNotReady] unless it still waited.
    void voided(Delivery delivery, String why, Actor by) {
        end(delivery, DeliveryState.Kind.PREPARED, DeliveryState.Kind.VOID, why, by);
    }

    /// Those whose preparation the server's end broke off.
    void brokenOff() {
        for (var delivery : table.in(DeliveryState.Kind.PREPARING)) {
            table.done(() -> table.ended(
                    delivery.id(), DeliveryState.Kind.PREPARING, DeliveryState.Kind.FAILED, clock.instant(), STOPPED));
            remove(delivery);
        }
    }

    private void end(Delivery delivery, DeliveryState.Kind from, DeliveryState.Kind to, String why, Actor by) {
        table.done(() -> {
            if (!table.ended(delivery.id(), from, to, clock.instant(), why)) throw ReleaseIsNotReady.notWaiting();
            var request = requests.known(delivery.request());
            timeline.add(
                    request.id(), by, "release", "Release part %d was not made: %s".formatted(delivery.part(), why));
            audit.record(new AuditEntry(
                    Act.RELEASED,
                    by,
                    Optional.empty(),
                    "%s: release part %d was not made".formatted(request.label(), delivery.part()),
                    List.of()));
            return delivery;
        });
        remove(delivery);
    }

    private void remove(Delivery delivery) {
        try {
            folders.remove(delivery.id());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
