package org.muniment.health;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.access.Role;
import org.muniment.alarm.Alarm;
import org.muniment.alarm.Alarms;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The health page over HTTP.
@RestController
class HealthDetailsController {
    private final HealthReport report;
    private final Alarms alarms;
    private final AuditTrail trail;

    HealthDetailsController(HealthReport report, Alarms alarms, AuditTrail trail) {
        this.report = report;
        this.alarms = alarms;
        this.trail = trail;
    }

    @Allowed({Role.ADMINISTRATOR, Role.COUNSEL, Role.AUDITOR})
    @GetMapping(path = "/api/health/details", produces = MediaType.APPLICATION_JSON_VALUE)
    HealthDetails details(Actor actor) throws IOException {
        return report.forWhom(actor);
    }

    /// Says that somebody has read an alarm and deals with it: it stands no longer and is no longer mailed.
    @Allowed(Role.ADMINISTRATOR)
    @PostMapping(path = "/api/alarms/{id}/acknowledge", produces = MediaType.APPLICATION_JSON_VALUE)
    HealthDetails acknowledge(@PathVariable long id, Actor actor) throws IOException {
        Alarm alarm = alarms.standing().stream()
                .filter(it -> it.id() == id)
                .findFirst()
                .orElseThrow(() -> new NoSuchAlarm(id));
        trail.record(new AuditEntry(
                Act.ALARM_ACKNOWLEDGED, actor, Optional.empty(), "alarm " + id + ", " + alarm.kind(), List.of()));
        // Somebody else may have been faster; then it is acknowledged all the same.
        alarms.acknowledge(id, actor.name());
        return report.forWhom(actor);
    }
}
