package org.muniment.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Allowed;
import org.muniment.access.SignInNeeded;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Acknowledging the monitoring notice and the policy: the last step of signing in, when a version is new to a person.
@RestController
class AcknowledgementController {
    private final Sessions sessions;
    private final SessionDesk desk;
    private final Policies policies;
    private final WorkflowDatabase database;
    private final AuditTrail trail;
    private final InstantSource clock;

    AcknowledgementController(
            Sessions sessions,
            SessionDesk desk,
            Policies policies,
            WorkflowDatabase database,
            AuditTrail trail,
            InstantSource clock) {
        this.sessions = sessions;
        this.desk = desk;
        this.policies = policies;
        this.database = database;
        this.trail = trail;
        this.clock = clock;
    }

    /// Which version was on the screen.
    record AcknowledgementForm(int version) {}

    @PostMapping(path = "/api/session/acknowledgement", produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(to = Allowed.Everyone.ANYBODY)
    SessionView acknowledge(
            @RequestBody AcknowledgementForm form, HttpServletRequest request, HttpServletResponse response) {
        if (sessions.state(request) != SessionState.ACKNOWLEDGE_POLICY) throw new SignInNeeded();
        Person person = sessions.seat(request).orElseThrow(SignInNeeded::new).person();
        database.done(() -> {
            policies.acknowledge(person.id(), form.version(), clock.instant());
            trail.record(new AuditEntry(
                    Act.POLICY_ACKNOWLEDGED,
                    sessions.actor(person, request),
                    Optional.empty(),
                    "Acknowledged the monitoring notice and policy, version " + form.version(),
                    List.of()));
            return person;
        });
        return desk.view(request, response);
    }
}
