package org.muniment.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    private final DeliveryFolders folders;
    private final RecordsRequests requests;
    private final Archive archive;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final InstantSource clock;

    HandOverDesk(
            WorkflowDatabase database,
            DeliveryFolders folders,
            RecordsRequests requests,
            Archive archive,
            Timeline timeline,
            AuditTrail audit,
            InstantSource clock) {
        this.table = DeliveryTable.in(database);
        this.links = new HandOverTable(database);
        this.folders = folders;
        this.requests = requests;
        this.archive = archive;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
    }

    /// What is told once: the link, and the passphrase of an encrypted package. Neither can be found again.
    record Given(LinkToken link, Optional<Passphrase> passphrase, Instant expiresAt) {}

    /// Packs a release and makes a link to the package.
    ///
    /// @param days how long the link works, 1 to 90
    synchronized Given handOver(Delivery delivery, HandOver.Packing packing, int days, Actor by) throws IOException {
        if (days < 1 || days > DAYS_MAX) throw new ReleaseIsNotReady("A link works for 1 to 90 days. Choose a number.");
        if (!(delivery.state() instanceof DeliveryState.Finalised finalised))
            throw new ReleaseIsNotReady("Only what a second person has finalised is handed over.");
        var request = requests.require(delivery.request(), by);
        var opened = ReleasePackage.of(folders.packageOf(delivery.id()), finalised.manifestSha256());
        Optional<Passphrase> passphrase =
                packing == HandOver.Packing.ENCRYPTED ? Optional.of(Passphrase.fresh()) : Optional.empty();
        var packed = packed(delivery, opened, passphrase);
        var link = LinkToken.fresh();
        var now = clock.instant();
        var expires = now.plus(Duration.ofDays(days));
        table.done(() -> {
            long id = links.add(delivery.id(), link, packing, packed, now, by.name(), expires);
            tell(
                    request,
                    by,
                    "Made %s package of release part %d, with a link that works for %d days."
                            .formatted(
                                    packing == HandOver.Packing.ENCRYPTED ? "an encrypted" : "a plain",
                                    delivery.part(),
                                    days),
                    "made link %d to the package of part %d, SHA-256 %s"
                            .formatted(id, delivery.part(), packed.sha256()));
            return id;
        });
        return new Given(link, passphrase, expires);
    }

    private ReleasePackage.Packed packed(Delivery delivery, ReleasePackage opened, Optional<Passphrase> passphrase)
            throws IOException {
        var inWork = folders.zipInWork(delivery.id());
        try {
            Files.delete(inWork);
            if (passphrase.isEmpty()) opened.zip(inWork, delivery.preparedAt());
            else EncryptedZip.write(opened.files(), passphrase.get(), inWork, delivery.preparedAt());
            var packed = ReleasePackage.measured(inWork);
            Files.move(inWork, folders.zip(delivery.id(), packed.sha256()), StandardCopyOption.REPLACE_EXISTING);
            return packed;
        } finally {
            Files.deleteIfExists(inWork);
        }
    }

    /// What a link leads to, for whoever has it. Throws [LinkLeadsNowhere] whatever is wrong with it.
    HandOver look(LinkToken link) {
        return links.find(link)
                .filter(one -> one.worksAt(clock.instant()))
                .filter(one -> delivery(one).state() instanceof DeliveryState.Finalised)
                .orElseThrow(LinkLeadsNowhere::new);
    }

    Delivery delivery(HandOver handOver) {
        return table.find(handOver.delivery()).orElseThrow(LinkLeadsNowhere::new);
    }

    /// Gives the package, if its bytes are still those that were made, and counts.
    Path download(LinkToken link, Actor nobody) throws IOException {
        var handOver = look(link);
        var delivery = delivery(handOver);
        var zip = folders.zip(handOver);
        if (!Files.isRegularFile(zip) || !ReleasePackage.measured(zip).sha256().equals(handOver.sha256()))
            throw new LinkLeadsNowhere();
        var request = requests.known(delivery.request());
        table.done(() -> {
            links.downloaded(handOver.id(), clock.instant());
            tell(
                    request,
                    nobody,
                    "The package of release part %d was downloaded by its link.".formatted(delivery.part()),
                    "the package of part %d was downloaded by link %d".formatted(delivery.part(), handOver.id()));
            return handOver;
        });
        return zip;
    }

    void revoke(Delivery delivery, long id, Actor by) {
        var request = requests.require(delivery.request(), by);
        if (links.of(delivery.id()).stream()
                .noneMatch(one -> one.id() == id && one.revokedAt().isEmpty()))
            throw new NoSuchDelivery("There is no such link, or it works no more.");
        table.done(() -> {
            links.revoke(id, clock.instant(), by.name());
            tell(
                    request,
                    by,
                    "Ended a link to release part %d.".formatted(delivery.part()),
                    "ended link %d to the package of part %d".formatted(id, delivery.part()));
            return id;
        });
    }

    /// Calls a release back: every link is dead at once. What was downloaded cannot be taken back by a program.
    synchronized void recall(Delivery delivery, String reason, Actor by) {
        if (!(delivery.state() instanceof DeliveryState.Finalised finalised))
            throw new ReleaseIsNotReady("Only a finalised release is recalled.");
        var why = reason.strip();
        if (why.isEmpty() || why.length() > REASON_LENGTH_MAX)
            throw new ReleaseIsNotReady(
                    "Give the reason in 1 to 1,000 characters: it is written down with the recall.");
        var request = requests.require(delivery.request(), by);
        table.done(() -> {
            for (var link : links.of(delivery.id())) links.revoke(link.id(), clock.instant(), by.name());
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
            var entry = archive.record(new LifecycleEvent("production-recalled", JSON.writeValueAsString(body)));
            table.recalled(
                    delivery.id(), new DeliveryState.Recalled(clock.instant(), why, by.name(), finalised, entry));
            return entry;
        });
    }

    private void tell(RecordsRequest request, Actor by, String told, String what) {
        timeline.add(request.id(), by, "release", told);
        audit.record(new AuditEntry(
                Act.RELEASED, by, Optional.empty(), request.label() + ": " + what, List.<AccessionNumber>of()));
    }
}
