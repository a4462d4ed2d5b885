package org.muniment.delivery;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.access.Reader;
import org.muniment.access.Role;
import org.muniment.delivery.HandOverDesk.Given;
import org.muniment.delivery.ReleaseViews.ReleaseOverview;
import org.muniment.request.RecordsRequest;
import org.muniment.request.RecordsRequests;
import org.muniment.request.RequestId;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Releases of a request over HTTP: prepared, looked at, finalised, handed over, recalled.
@RestController
@Allowed({Role.RECORDS_OFFICER, Role.COUNSEL})
@RequestMapping(path = "/api/requests/{id:[1-9]\\d{0,17}}/releases", produces = MediaType.APPLICATION_JSON_VALUE)
class ReleaseController {
    private static final int ITEMS_MAX = 200;

    private final RecordsRequests requests;
    private final DeliveryTable table;
    private final DeliveredItems items;
    private final ReleaseViews views;
    private final PreparationDesk preparations;
    private final FinalisingDesk finalising;
    private final HandOverDesk handing;

    ReleaseController(
            WorkflowDatabase database,
            RecordsRequests requests,
            ReleaseViews views,
            PreparationDesk preparations,
            FinalisingDesk finalising,
            HandOverDesk handing) {
        this.requests = requests;
        this.table = DeliveryTable.in(database);
        this.items = new DeliveredItems(database);
        this.views = views;
        this.preparations = preparations;
        this.finalising = finalising;
        this.handing = handing;
    }

    record PrepareForm(Delivery.Extent extent, Delivery.IndexNames names) {}

    record FinaliseForm(String manifestSha256, Set<String> confirmed) {}

    record HandOverForm(HandOver.Packing packing, int days) {}

    record ReasonForm(String reason) {}

    /// Told once.
    ///
    /// @param path the link, after the archive's own address
    record HandedOver(String path, Optional<String> passphrase, Instant expiresAt) {}

    record ReleaseItems(List<DeliveredItem> items) {}

    @GetMapping
    @Allowed({Role.RECORDS_OFFICER, Role.REVIEWER, Role.COUNSEL, Role.APPROVER})
    ReleaseOverview overview(@PathVariable long id, Actor actor) {
        return views.overview(request(id, actor), actor);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ReleaseView prepare(@PathVariable long id, @RequestBody PrepareForm form, Reader reader) {
        var request = request(id, reader.actor());
        var begun = preparations.begin(request.id(), form.extent(), form.names(), reader);
        return views.view(request, begun, reader.actor());
    }

    /// The items it covers after a number, at most 200.
    @GetMapping("/{release}/items")
    ReleaseItems items(
            @PathVariable long id,
            @PathVariable long release,
            @RequestParam(defaultValue = "0") int after,
            Actor actor) {
        var delivery = delivery(request(id, actor), release);
        return new ReleaseItems(items.of(delivery.id()).stream()
                .filter(item -> item.item() > after)
                .limit(ITEMS_MAX)
                .toList());
    }

    @PostMapping("/{release}/withdraw")
    ReleaseView withdraw(@PathVariable long id, @PathVariable long release, @RequestBody ReasonForm form, Actor actor) {
        var request = request(id, actor);
        preparations.withdraw(delivery(request, release).id(), form.reason().strip(), actor);
        return views.view(request, delivery(request, release), actor);
    }

    @PostMapping("/{release}/finalise")
    ReleaseView finalise(@PathVariable long id, @PathVariable long release, @RequestBody FinaliseForm form, Actor actor)
            throws IOException {
        var request = request(id, actor);
        finalising.finalise(delivery(request, release).id(), form.manifestSha256(), form.confirmed(), actor);
        return views.view(request, delivery(request, release), actor);
    }

    @PostMapping("/{release}/links")
    @ResponseStatus(HttpStatus.CREATED)
    HandedOver handOver(@PathVariable long id, @PathVariable long release, @RequestBody HandOverForm form, Actor actor)
            throws IOException {
        Given given = handing.handOver(delivery(request(id, actor), release).id(), form.packing(), form.days(), actor);
        return new HandedOver(
                "/handover#" + given.link().text(), given.passphrase().map(Passphrase::text), given.expiresAt());
    }

    @PostMapping("/{release}/links/{link}/end")
    ReleaseView revoke(@PathVariable long id, @PathVariable long release, @PathVariable long link, Actor actor) {
        var request = request(id, actor);
        handing.revoke(delivery(request, release).id(), link, actor);
        return views.view(request, delivery(request, release), actor);
    }

    @PostMapping("/{release}/recall")
    ReleaseView recall(@PathVariable long id, @PathVariable long release, @RequestBody ReasonForm form, Actor actor) {
        var request = request(id, actor);
        handing.recall(delivery(request, release).id(), form.reason(), actor);
        return views.view(request, delivery(request, release), actor);
    }

    private RecordsRequest request(long id, Actor actor) {
        return requests.require(new RequestId(id), actor);
    }

    private Delivery delivery(RecordsRequest request, long release) {
        return table.require(request, release);
    }
}
