package org.muniment.audit;

import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What the trail says about whoever asks.
@RestController
class MyAuditController {
    private final AuditTrail trail;

    MyAuditController(AuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping(path = "/api/me/audit", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(to = Allowed.Everyone.SIGNED_IN)
    AuditPage mine(Actor actor, @RequestParam Optional<Long> cursor, @RequestParam(defaultValue = "50") int limit) {
        AuditFilter mine = AuditFilter.ofPerson(actor.person().number());
        return AuditPage.before(cursor, mine, limit, trail.rows());
    }
}
