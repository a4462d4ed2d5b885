package org.muniment.delivery;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.archive.AccessionNumber;
import org.muniment.archive.Archive;
import org.muniment.archive.LogEntry;
import org.muniment.proof.KnownReleases;
import org.muniment.proof.KnownReleases.Passage;
import org.muniment.reading.ReleasesOpenTo;
import org.muniment.request.RecordsRequest;
import org.muniment.request.RecordsRequests;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// These are the releases a message went out with, for its proof: the database says which entries of the log tell of
/// them, and what is said is read from those.
@Component
final class ProvenReleases implements ReleasesOpenTo {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final DeliveryTable table;
    private final DeliveredItems items;
    private final RecordsRequests requests;
    private final Archive archive;

    ProvenReleases(WorkflowDatabase database, RecordsRequests requests, Archive archive) {
        this.table = DeliveryTable.in(database);
        this.items = new DeliveredItems(database);
        this.requests = requests;
        this.archive = archive;
    }

    @Override
    public KnownReleases person(Actor actor) {
        return capture -> Optional.of(of(capture, requests.seenBy(actor)));
    }

    private List<Passage> of(AccessionNumber capture, List<RecordsRequest> seen) throws IOException {
        List<Passage> passages = new ArrayList<>();
        for (var id : items.outIn(capture)) {
            var delivery = table.find(id).orElseThrow();
            var request = seen.stream()
                    .filter(one -> one.id().equals(delivery.request()))
                    .findFirst();
            if (request.isPresent()) add(passages, delivery, request.get(), capture);
        }
        return passages;
    }

    private void add(List<Passage> passages, Delivery delivery, RecordsRequest request, AccessionNumber capture)
            throws IOException {
        switch (delivery.state()) {
            case DeliveryState.Finalised finalised -> passages.add(released(delivery, finalised, request, capture));
            case DeliveryState.Recalled recalled -> {
                passages.add(released(delivery, recalled.before(), request, capture));
                passages.add(recalled(delivery, recalled, request));
            }
            default -> throw new IllegalStateException("a release that is out is neither finalised nor recalled");
        }
    }

    private Passage released(
            Delivery delivery, DeliveryState.Finalised finalised, RecordsRequest request, AccessionNumber capture)
            throws IOException {
        var label = label(request, delivery);
        var entry = entry(finalised.logEntry(), "production-released");
        var body = entry.map(one -> JSON.readTree(one.event().body()))
                .filter(one -> one.path("request").asString("").equals(request.label())
                        && one.path("part").asInt() == delivery.part()
                        && one.path("manifestSha256").asString("").equals(finalised.manifestSha256()));
        if (entry.isEmpty() || body.isEmpty())
            return new Passage("released", finalised.since(), label + unproven(finalised.logEntry()));
        return new Passage(
                "released",
                entry.get().at(),
                "%s, %s; manifest SHA-256 %s; entry %s of the log"
                        .formatted(label, how(body.get(), capture), finalised.manifestSha256(), finalised.logEntry()));
    }

    // An entry that would be too long names no items; the signed manifest of the release does.
    private static String how(JsonNode body, AccessionNumber capture) {
        if (!body.has("items")) return "by the database; the entry is too long to name its items";
        for (var item : body.path("items")) {
            if (!item.path("matter").asString("").equals(DeliveredItem.matter(capture))) continue;
            var outcome = DeliveredItem.Outcome.valueOf(item.path("outcome").asString(""));
            return outcome == DeliveredItem.Outcome.REDACTED ? "with parts under marks" : "whole";
        }
        return "by the database; NOT NAMED by the entry";
    }

    private Passage recalled(Delivery delivery, DeliveryState.Recalled recalled, RecordsRequest request)
            throws IOException {
        var label = label(request, delivery);
        return entry(recalled.logEntry(), "production-recalled")
                .filter(one -> JSON.readTree(one.event().body())
                        .path("manifestSha256")
                        .asString("")
                        .equals(recalled.before().manifestSha256()))
                .map(one -> new Passage(
                        "release recalled", one.at(), label + "; entry %s of the log".formatted(recalled.logEntry())))
                .orElseGet(
                        () -> new Passage("release recalled", recalled.since(), label + unproven(recalled.logEntry())));
    }

    private static String label(RecordsRequest request, Delivery delivery) {
        return "%s part %d".formatted(request.label(), delivery.part());
    }

    private static String unproven(AccessionNumber entry) {
        return " by the database; NOT CONFIRMED by entry %s of the log".formatted(entry);
    }

    private Optional<LogEntry.Lifecycle> entry(AccessionNumber number, String kind) throws IOException {
        if (number.index() >= archive.size()) return Optional.empty();
        try (var events = archive.events(number)) {
            return events.next()
                    .filter(one ->
                            one.accession().equals(number) && one.event().kind().equals(kind));
        }
    }
}
