package org.muniment.delivery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.production.ReleasePackage;
import org.muniment.request.RecordsRequests;
import org.muniment.request.Timeline;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// This is what whoever has a link to a package may do with it: look where it leads, and download.
@Component
final class PackageDownloads {
    private final DeliveryTable table;
    private final HandOverTable links;
    private final DeliveryFolders folders;
    private final RecordsRequests requests;
    private final Timeline timeline;
    private final AuditTrail audit;
    private final InstantSource clock;

    PackageDownloads(
            WorkflowDatabase database,
            DeliveryFolders folders,
            RecordsRequests requests,
            Timeline timeline,
            AuditTrail audit,
            InstantSource clock) {
        this.table = DeliveryTable.in(database);
        this.links = new HandOverTable(database);
        this.folders = folders;
        this.requests = requests;
        this.timeline = timeline;
        this.audit = audit;
        this.clock = clock;
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
        var zip = folders.zip(handOver);
        if (!Files.isRegularFile(zip) || !ReleasePackage.measured(zip).sha256().equals(handOver.sha256()))
            throw new LinkLeadsNowhere();
        return table.done(() -> {
            // Measuring takes long: the link may have ended meanwhile.
            look(link);
            links.downloaded(handOver.id(), clock.instant());
            tell(handOver, nobody);
            return zip;
        });
    }

    private void tell(HandOver handOver, Actor nobody) {
        var delivery = delivery(handOver);
        var request = requests.known(delivery.request());
        timeline.add(
                request.id(),
                nobody,
                "release",
                "The package of release part %d was downloaded by its link.".formatted(delivery.part()));
        audit.record(new AuditEntry(
                Act.RELEASED,
                nobody,
                Optional.empty(),
                "%s: the package of part %d was downloaded by link %d"
                        .formatted(request.label(), delivery.part(), handOver.id()),
                List.of()));
    }
}
