package org.muniment.delivery;

import java.io.IOException;
import java.util.List;
import org.muniment.access.Allowed;
import org.muniment.access.Reader;
import org.muniment.access.Role;
import org.muniment.archive.AccessionNumber;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.request.RecordsRequest;
import org.muniment.request.RecordsRequests;
import org.muniment.request.RequestId;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The pages of a release over HTTP, for those who look at it before it leaves. Each look is written
/// down with the messages that stand on the page.
@RestController
@Allowed({Role.RECORDS_OFFICER, Role.COUNSEL})
@RequestMapping("/api/requests/{id:[1-9]\\d{0,17}}/releases/{release}/files/{file}/{page}")
class DraftController {
    private final RecordsRequests requests;
    private final DeliveryTable table;
    private final DraftDoor door;
    private final DraftPages drafts;
    private final AuditTrail audit;

    DraftController(
            WorkflowDatabase database, RecordsRequests requests, DraftDoor door, DraftPages drafts, AuditTrail audit) {
        this.requests = requests;
        this.table = DeliveryTable.in(database);
        this.door = door;
        this.drafts = drafts;
        this.audit = audit;
    }

    record DraftText(String text) {}

    /// One page as a picture, with DRAFT over it.
    @GetMapping(path = "/picture", produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<byte[]> picture(
            @PathVariable long id,
            @PathVariable long release,
            @PathVariable String file,
            @PathVariable int page,
            Reader reader)
            throws IOException {
        var request = requests.require(new RequestId(id), reader.actor());
        var delivery = table.require(request, release);
        var messages = door.open(request, delivery, file, reader.actor());
        var png = drafts.picture(delivery, file, page);
        looked(request, file, page, messages, reader);
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(png);
    }

    /// The same page's text.
    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    DraftText text(
            @PathVariable long id,
            @PathVariable long release,
            @PathVariable String file,
            @PathVariable int page,
            Reader reader)
            throws IOException {
        var request = requests.require(new RequestId(id), reader.actor());
        var delivery = table.require(request, release);
        var messages = door.open(request, delivery, file, reader.actor());
        var text = drafts.text(delivery, file, page);
        looked(request, file, page, messages, reader);
        return new DraftText(text);
    }

    private void looked(RecordsRequest request, String file, int page, List<AccessionNumber> messages, Reader reader) {
        audit.record(AuditEntry.reading(
                Act.OPENED,
                reader,
                "%s: looked at page %d of %s, a draft".formatted(request.label(), page, file),
                messages));
    }
}
