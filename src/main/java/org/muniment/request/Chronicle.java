package org.muniment.request;

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
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// This is how an act on a request is written wherever it must stand: in the archive's log, so that
/// it can be proven; on the request's timeline; in the audit trail. Call it inside the work it tells
/// of.
@Component
final class Chronicle {
    private final Timeline timeline;
    private final Archive archive;
    private final AuditTrail audit;
    private final JsonMapper json = JsonMapper.builder().build();

    Chronicle(Timeline timeline, Archive archive, AuditTrail audit) {
        this.timeline = timeline;
        this.archive = archive;
        this.audit = audit;
    }

    /// Writes into the archive's log. The body is encrypted there; the requester's personal data
    /// stays out of it all the same, because nothing leaves that log.
    AccessionNumber log(RecordsRequest request, String kind, Map<String, Object> body, Actor by) {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("request", request.id().number());
        whole.put("label", request.label());
        whole.putAll(body);
        whole.put("by", by.name());
        return archive.record(new LifecycleEvent(kind, json.writeValueAsString(whole)));
    }

    /// @param told for the timeline, read by those who work on the request
    /// @param what for the audit trail, read by people who may know nothing of content; the label is
    /// added
    void tell(RecordsRequest request, Actor by, String kind, String told, String what) {
        timeline.add(request.id(), by, kind, told);
        audit.record(
                new AuditEntry(Act.REQUEST_CHANGED, by, Optional.empty(), request.label() + ": " + what, List.of()));
    }
}
