package org.muniment.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muniment.access.Actor;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.production.ReleasePackage;
import org.muniment.production.ReleaseRefused;
import org.muniment.request.RecordsRequest;
import org.muniment.request.RecordsRequests;
import org.muniment.request.RequestDesk;
import org.muniment.request.RequestId;
import org.muniment.request.Timeline;
import org.muniment.review.Reviews;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// This is where a second person finalises a release: what was prepared is looked at once more,
/// byte for byte and decision for decision; counsel confirms the exemptions nobody has verified;
/// the manifest is signed; the archive's log and everybody else is told. From then on it may be
/// handed over.
@Component
final class FinalisingDesk {
    private final DeliveryTable table;
    private final DeliveredItems items;
    private final DeliveryFolders folders;
    private final RecordsRequests requests;
    private final RequestDesk desk;
    private final ReleaseSet set;
    private final ReleaseGate gate;
    private final ReleaseTurns turns;
    private final ReleaseEnd end;
    private final DraftDoor door;
    private final CounselsConfirmation confirmation;
    private final Reviews reviews;
    private final Archive archive;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final InstantSource clock;

    FinalisingDesk(
            WorkflowDatabase database,
            DeliveryFolders folders,
            RecordsRequests requests,
            RequestDesk desk,
            ReleaseSet set,
            ReleaseGate gate,
            ReleaseTurns turns,
            ReleaseEnd end,
            DraftDoor door,
            CounselsConfirmation confirmation,
            Reviews reviews,
            Archive archive,
            Timeline timeline,
            AuditTrail audit,
            InstantSource clock) {
        this.table = DeliveryTable.in(database);
        this.items = new DeliveredItems(database);
        this.folders = folders;
        this.requests = requests;
        this.desk = desk;
        this.set = set;
        this.gate = gate;
        this.turns = turns;
        this.end = end;
        this.door = door;
        this.confirmation = confirmation;
        this.reviews = reviews;
        this.archive = archive;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /// Finalises what the second person has looked at.
    ///
    /// @param seenManifest the hash of the manifest that was on their page
    /// @param confirmed ids of the exemptions that counsel confirms with this act
    void finalise(DeliveryId id, String seenManifest, Set<String> confirmed, Actor by) throws IOException {
        var of = read(id).request();
        try (var _ = turns.take(of)) {
            finalise(requests.require(of, by), waiting(read(id)), seenManifest, confirmed, by);
        }
    }

    private Delivery read(DeliveryId id) {
        return table.find(id).orElseThrow();
    }

    /// A release as it waits for its second person.
    private record Waiting(Delivery delivery, DeliveryState.Prepared prepared) {}

    private static Waiting waiting(Delivery delivery) {
        if (delivery.state() instanceof DeliveryState.Prepared prepared) return new Waiting(delivery, prepared);
        throw ReleaseIsNotReady.notWaiting();
    }

    private void finalise(RecordsRequest request, Waiting waiting, String seenManifest, Set<String> confirmed, Actor by)
            throws IOException {
        var delivery = waiting.delivery();
        if (by.person().equals(delivery.preparedBy())) throw new SecondPersonNeeded();
        if (!waiting.prepared().manifestSha256().equals(seenManifest))
            throw new ReleaseIsNotReady("The release on your page is not the one that waits. Look at it again.");
        // First the files: that takes long, and what is looked at later is fresher.
        var packed = opened(waiting, by);
        var covered = set.of(request, delivery);
        var obstacles = gate.beforeFinalising(covered, delivery, by);
        if (!obstacles.isEmpty()) throw new ReleaseIsNotReady(obstacles);
        if (!covered.sha256().equals(delivery.decisionsSha256()))
            throw nowVoid(delivery, "A decision or mark was changed after this release was prepared.", by);
        door.requireEveryPage(covered, by);
        confirmation.confirm(covered.law(), confirmed, by);
        packed.sign(archive);
        try {
            table.done(() -> record(request.id(), delivery.id(), by));
        } finally {
            if (read(delivery.id()).state() instanceof DeliveryState.Prepared) packed.unsign();
        }
    }

    private ReleasePackage opened(Waiting waiting, Actor by) throws IOException {
        var folder = folders.packageOf(waiting.delivery().id());
        if (!Files.isDirectory(folder)) throw nowVoid(waiting.delivery(), "Its files are gone.", by);
        try {
            return ReleasePackage.of(folder, waiting.prepared().manifestSha256());
        } catch (ReleaseRefused changed) {
            throw nowVoid(waiting.delivery(), String.valueOf(changed.getMessage()), by);
        }
    }

    private ReleaseWasVoided nowVoid(Delivery delivery, String why, Actor by) {
        end.voided(delivery, why, by);
        return new ReleaseWasVoided(why);
    }

    /// What was looked at before is looked at again here, next to the record: what changes after this
    /// look, changes after the release.
    private Covered still(RecordsRequest request, Delivery delivery, Actor by) {
        var covered = set.of(request, delivery);
        if (!covered.sha256().equals(delivery.decisionsSha256())
                || !covered.law().unverified().isEmpty()
                || !gate.beforeFinalising(covered, delivery, by).isEmpty())
            throw new ReleaseIsNotReady("Something was changed while you finalised this release. Load the page again.");
        return covered;
    }

    private AccessionNumber record(RequestId of, DeliveryId id, Actor by) {
        var request = requests.known(of);
        var covered = still(request, read(id), by);
        var waiting = waiting(table.locked(id));
        var delivery = waiting.delivery();
        desk.released(request.id(), by);
        var label = "%s part %d".formatted(request.label(), delivery.part());
        var delivered = items.of(id);
        for (var item : covered.items())
            if (isOut(delivered, item.number())) reviews.releasedIn(request.id(), label, item);
        tell(request, waiting, covered, by);
        // Last: what the log has cannot be taken back.
        var entry = archive.record(new ReleaseLogEntry(request, delivery, waiting.prepared(), delivered, by).event());
        table.finalised(
                id,
                new DeliveryState.Finalised(
                        clock.instant(), waiting.prepared().manifestSha256(), by.person(), by.name(), entry));
        return entry;
    }

    private void tell(RecordsRequest request, Waiting waiting, Covered covered, Actor by) {
        var delivery = waiting.delivery();
        timeline.add(
                request.id(),
                by,
                "release",
                "Finalised release part %d, prepared by %s: %,d pages. It can be handed over."
                        .formatted(delivery.part(), delivery.preparedByName(), delivery.pages()));
        audit.record(new AuditEntry(
                Act.RELEASED,
                by,
                Optional.empty(),
                "%s: finalised release part %d, prepared by %s; manifest %s"
                        .formatted(
                                request.label(),
                                delivery.part(),
                                delivery.preparedByName(),
                                waiting.prepared().manifestSha256()),
                Preparation.messages(covered)));
    }

    private static boolean isOut(List<DeliveredItem> delivered, int number) {
        return delivered.stream()
                .anyMatch(item -> item.item() == number && item.outcome().isOut());
    }
}
