package org.muniment.audit;

import java.util.List;
import org.muniment.access.Deed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// This writes down what `access` tells: who signed in, who was given which role.
@Component
class DeedsOfAccess {
    private final AuditTrail trail;

    DeedsOfAccess(AuditTrail trail) {
        this.trail = trail;
    }

    /// In the caller's thread: the deed is on disk before its answer is given.
    @EventListener
    void record(Deed deed) {
        trail.record(new AuditEntry(actOf(deed.kind()), deed.actor(), deed.purpose(), deed.what(), List.of()));
    }

    static Act actOf(Deed.Kind kind) {
        return Act.valueOf(kind.name());
    }
}
