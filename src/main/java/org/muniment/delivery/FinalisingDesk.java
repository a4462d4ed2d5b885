package org.muniment.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.muniment.access.Actor;
import org.muniment.access.Role;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.LifecycleEvent;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.law.Verifications;
import org.muniment.production.ReleasePackage;
import org.muniment.production.ReleaseRefused;
import org.muniment.request.RecordsRequest;
import org.muniment.request.RecordsRequests;
import org.muniment.request.RequestDesk;
import org.muniment.request.Timeline;
import org.muniment.review.Reviews;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// This is where a second person finalises a release: what was prepared is looked at once more,
/// byte for byte and decision for decision; counsel confirms the exemptions nobody has verified;
/// the manifest is signed; the archive's log and everybody else is told. From then on it may be
/// handed over.
@Component
final class FinalisingDesk {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int RECORD_CHARACTERS_MAX = 1 << 20;

    private final DeliveryTable table;
    private final DeliveredItems items;
    private final DeliveryFolders folders;
    private final RecordsRequests requests;
    private final RequestDesk desk;
    private final ReleaseSet set;
    private final ReleaseGate gate;
    private final PreparationDesk preparations;
    private final Verifications verifications;
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
            PreparationDesk preparations,
            Verifications verifications,
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
        this.preparations = preparations;
        this.verifications = verifications;
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
    synchronized void finalise(Delivery delivery, String seenManifest, Set<String> confirmed, Actor by)
            throws IOException {
        if (!(delivery.state() instanceof DeliveryState.Prepared prepared))
            throw new ReleaseIsNotReady("This release does not wait to be finalised.");
        var request = requests.require(delivery.request(), by);
        if (by.person().equals(delivery.preparedBy())) throw new SecondPersonNeeded();
        if (!prepared.manifestSha256().equals(seenManifest))
            throw new ReleaseIsNotReady("The release on your page is not the one that waits. Look at it again.");
        var covered = set.of(request, delivery);
        var obstacles = gate.beforeFinalising(covered);
        if (!obstacles.isEmpty()) throw new ReleaseIsNotReady(obstacles);
        if (!covered.sha256().equals(delivery.decisionsSha256()))
            throw nowVoid(delivery, "A decision or mark was changed after this release was prepared.", by);
        var packed = opened(delivery, prepared, by);
        confirm(covered.law(), confirmed, by);
        packed.sign(archive);
        try {
            table.done(() -> record(request, delivery, covered, prepared, by));
        } catch (RuntimeException refused) {
            packed.unsign();
            throw refused;
        }
    }

    private ReleasePackage opened(Delivery delivery, DeliveryState.Prepared prepared, Actor by) throws IOException {
        var folder = folders.packageOf(delivery.id());
        if (!Files.isDirectory(folder)) throw nowVoid(delivery, "Its files are gone.", by);
        try {
            return ReleasePackage.of(folder, prepared.manifestSha256());
        } catch (ReleaseRefused changed) {
            throw nowVoid(delivery, String.valueOf(changed.getMessage()), by);
        }
    }

    private ReleaseWasVoided nowVoid(Delivery delivery, String why, Actor by) {
        preparations.voided(delivery, why, by);
        return new ReleaseWasVoided(why);
    }

    /// Counsel's word verifies the row itself, for this release and the next.
    private void confirm(UsedLaw law, Set<String> confirmed, Actor by) {
        var missing = law.unverified().stream()
                .filter(row -> !confirmed.contains(row.exemption().id().value()) || !by.is(Role.COUNSEL))
                .map(row -> row.exemption().code())
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty())
            throw new ReleaseIsNotReady(
                    by.is(Role.COUNSEL)
                            ? "Nobody has verified these exemptions: %s. Confirm each, having compared it with the law."
                                    .formatted(missing)
                            : "Nobody has verified these exemptions: %s. Counsel has to confirm them, here or on the page of the law."
                                    .formatted(missing));
        for (var row : law.unverified())
            verifications.verify(
                    row.exemption().provision(),
                    "I have compared this row with "
                            + row.exemption().provision().citation() + ".",
                    by);
    }

    private AccessionNumber record(
            RecordsRequest request, Delivery delivery, Covered covered, DeliveryState.Prepared prepared, Actor by) {
        desk.released(request.id(), by);
        var label = "%s part %d".formatted(request.label(), delivery.part());
        var delivered = items.of(delivery.id());
        for (var item : covered.items())
            if (isOut(delivered, item.number())) reviews.releasedIn(request.id(), label, item);
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
                                request.label(), delivery.part(), delivery.preparedByName(), prepared.manifestSha256()),
                Preparation.messages(covered)));
        // Last: what the log has cannot be taken back.
        var entry = archive.record(
                new LifecycleEvent("production-released", body(request, delivery, prepared, delivered, by)));
        table.finalised(
                delivery.id(),
                new DeliveryState.Finalised(clock.instant(), prepared.manifestSha256(), by.person(), by.name(), entry));
        return entry;
    }

    private static boolean isOut(List<DeliveredItem> delivered, int number) {
        return delivered.stream()
                .anyMatch(item -> item.item() == number && item.outcome().isOut());
    }

    /// What the archive records, encrypted: with each item, or without if that is too long.
    private static String body(
            RecordsRequest request,
            Delivery delivery,
            DeliveryState.Prepared prepared,
            List<DeliveredItem> delivered,
            Actor by) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("format", "muniment-release/1");
        body.put("request", request.label());
        body.put("part", delivery.part());
        body.put("manifestSha256", prepared.manifestSha256());
        body.put("decisionsSha256", delivery.decisionsSha256());
        body.put("preparedBy", delivery.preparedByName());
        body.put("finalisedBy", by.name());
        body.put("firstBates", delivery.first().toString());
        body.put("pages", delivery.pages());
        body.put("items", delivered);
        var whole = JSON.writeValueAsString(body);
        if (whole.length() <= RECORD_CHARACTERS_MAX) return whole;
        body.remove("items");
        return JSON.writeValueAsString(body);
    }
}
