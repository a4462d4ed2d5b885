package org.muniment.delivery;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.LifecycleEvent;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.production.ReleasePackage;
import org.muniment.request.RecordsRequest;
import org.muniment.request.RecordsRequests;
import org.muniment.request.Timeline;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// This is where a finalised release goes out, and is called back: packages, links to them, and their end.
@Component
final class HandOverDesk {
    private static final int REASON_LENGTH_MAX = 1_000;
    private static final int DAYS_MAX = 90;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DeliveryTable table;
    private final HandOverTable links;
    private final DraftDoor door;
    private final ReleaseZips zips;
    private final ReleaseTurns turns;
    private final RecordsRequests requests;
    private final Archive archive;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final InstantSource clock;

    HandOverDesk(
            WorkflowDatabase database,
            DraftDoor door,
            ReleaseZips zips,
            ReleaseTurns turns,
            RecordsRequests requests,
            Archive archive,
            Timeline timeline,
            AuditTrail audit,
            InstantSource clock) {
        this.table = DeliveryTable.in(database);
        this.links = new HandOverTable(database);
        this.door = door;
        this.zips = zips;
        this.turns = turns;
        this.requests = requests;
        this.archive = archive;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
        for (var state : List.of(DeliveryState.Kind.FINALISED, DeliveryState.Kind.RECALLED))
            for (var delivery : table.in(state)) zips.sweep(delivery.id(), links.of(delivery.id()), clock.instant());
    }

    /// What is told once: the link, and the passphrase of an encrypted package. Neither can be found again.
    record Given(LinkToken link, Optional<Passphrase> passphrase, Instant expiresAt) {}

    /// Packs a release and makes a link to the package.
    ///
    /// @param days how long the link works, 1 to 90
    Given handOver(DeliveryId id, HandOver.Packing packing, int days, Actor by) throws IOException {
        if (days < 1 || days > DAYS_MAX) throw new ReleaseIsNotReady("A link works for 1 to 90 days. Choose a number.");
        var request = requests.require(read(id).request(), by);
        try (var _ = turns.take(request.id())) {
            var delivery = read(id);
            var finalised = finalised(delivery, "Only what a second person has finalised is handed over.");
            door.requireLetGo(delivery);
            Optional<Passphrase> passphrase =
                    packing == HandOver.Packing.ENCRYPTED ? Optional.of(Passphrase.fresh()) : Optional.empty();
            var packed = zips.pack(delivery, finalised.manifestSha256(), passphrase);
            var given = new Given(LinkToken.fresh(), passphrase, clock.instant().plus(Duration.ofDays(days)));
            table.done(() -> linked(request, delivery, packing, packed, given, days, by));
            tidy(id);
            return given;
        }
    }

    private long linked(
            RecordsRequest request,
            Delivery delivery,
            HandOver.Packing packing,
            ReleasePackage.Packed packed,
            Given given,
            int days,
            Actor by) {
        var now = clock.instant();
        long id = links.add(delivery.id(), given.link(), packing, packed, now, by.name(), given.expiresAt());
        tell(
                request,
                by,
                "Made %s package of release part %d, with a link that works for %d days."
                        .formatted(
                                packing == HandOver.Packing.ENCRYPTED ? "an encrypted" : "a plain",
                                delivery.part(),
                                days),
                "made link %d to the package of part %d, SHA-256 %s".formatted(id, delivery.part(), packed.sha256()));
        return id;
    }

    /// Ends one link to a release.
    void revoke(DeliveryId id, long link, Actor by) {
        var delivery = read(id);
        var request = requests.require(delivery.request(), by);
        try (var _ = turns.take(request.id())) {
            if (links.of(id).stream()
                    .noneMatch(one -> one.id() == link && one.revokedAt().isEmpty()))
                throw new NoSuchDelivery("There is no such link, or it works no more.");
            table.done(() -> {
                links.revoke(link, clock.instant(), by.name());
                tell(
                        request,
                        by,
                        "Ended a link to release part %d.".formatted(delivery.part()),
                        "ended link %d to the package of part %d".formatted(link, delivery.part()));
                return link;
            });
            tidy(id);
        }
    }

    /// Calls a release back: every link is dead at once. What was downloaded cannot be taken back by a program.
    void recall(DeliveryId id, String reason, Actor by) {
        var why = reason.strip();
        if (why.isEmpty() || why.length() > REASON_LENGTH_MAX)
            throw new ReleaseIsNotReady(
                    "Give the reason in 1 to 1,000 characters: it is written down with the recall.");
        var request = requests.require(read(id).request(), by);
        try (var _ = turns.take(request.id())) {
            table.done(() -> record(request, id, why, by));
            tidy(id);
        }
    }

    private AccessionNumber record(RecordsRequest request, DeliveryId id, String why, Actor by) {
        var delivery = table.locked(id);
        var finalised = finalised(delivery, "Only a finalised release is recalled.");
        for (var link : links.of(id)) links.revoke(link.id(), clock.instant(), by.name());
        tell(
                request,
                by,
                "Recalled release part %d: %s".formatted(delivery.part(), why),
                "recalled release part %d".formatted(delivery.part()));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("request", request.label());
        body.put("part", delivery.part());
        body.put("manifestSha256", finalised.manifestSha256());
        body.put("reason", why);
        body.put("by", by.name());
        // Last: what the log has cannot be taken back.
        var entry = archive.record(new LifecycleEvent("production-recalled", JSON.writeValueAsString(body)));
        table.recalled(id, new DeliveryState.Recalled(clock.instant(), why, by.name(), finalised, entry));
        return entry;
    }

    private Delivery read(DeliveryId id) {
        return table.find(id).orElseThrow();
    }

    private static DeliveryState.Finalised finalised(Delivery delivery, String refusal) {
        if (delivery.state() instanceof DeliveryState.Finalised finalised) return finalised;
        throw new ReleaseIsNotReady(refusal);
    }

    private void tidy(DeliveryId id) {
        zips.keepOnlyReachable(id, links.of(id), clock.instant());
    }

    private void tell(RecordsRequest request, Actor by, String told, String what) {
        timeline.add(request.id(), by, "release", told);
        audit.record(new AuditEntry(Act.RELEASED, by, Optional.empty(), request.label() + ": " + what, List.of()));
    }
}
