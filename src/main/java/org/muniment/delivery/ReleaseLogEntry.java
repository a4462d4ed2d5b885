package org.muniment.delivery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.muniment.access.Actor;
import org.muniment.archive.LifecycleEvent;
import org.muniment.request.RecordsRequest;
import tools.jackson.databind.json.JsonMapper;

/// This is what the archive's log says of a release that was finalised: who prepared and finalised
/// which bytes, by which decisions.
record ReleaseLogEntry(
        RecordsRequest request,
        Delivery delivery,
        DeliveryState.Prepared prepared,
        List<DeliveredItem> delivered,
        Actor finalisedBy) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int CHARACTERS_MAX = 1 << 20;

    ReleaseLogEntry {
        delivered = List.copyOf(delivered);
    }

    LifecycleEvent event() {
        return new LifecycleEvent("production-released", body());
    }

    /// Each item is named, unless that is too long.
    private String body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("format", "muniment-release/1");
        body.put("request", request.label());
        body.put("part", delivery.part());
        body.put("manifestSha256", prepared.manifestSha256());
        body.put("decisionsSha256", delivery.decisionsSha256());
        body.put("preparedBy", delivery.preparedByName());
        body.put("finalisedBy", finalisedBy.name());
        body.put("firstBates", delivery.first().toString());
        body.put("pages", delivery.pages());
        body.put("items", delivered);
        var whole = JSON.writeValueAsString(body);
        if (whole.length() <= CHARACTERS_MAX) return whole;
        body.remove("items");
        return JSON.writeValueAsString(body);
    }
}
