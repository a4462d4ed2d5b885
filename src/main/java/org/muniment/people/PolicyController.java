package org.muniment.people;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.access.Role;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The monitoring notice and the policy over HTTP. Anybody may read them: a notice is there to be seen.
@RestController
@RequestMapping(path = "/api/policy", produces = MediaType.APPLICATION_JSON_VALUE)
class PolicyController {
    private final WorkflowDatabase database;
    private final Policies policies;
    private final PeopleDuties duties;
    private final AuditTrail trail;
    private final InstantSource clock;

    PolicyController(
            WorkflowDatabase database, Policies policies, PeopleDuties duties, AuditTrail trail, InstantSource clock) {
        this.database = database;
        this.policies = policies;
        this.duties = duties;
        this.trail = trail;
        this.clock = clock;
    }

    /// The version in force, absent until one is published.
    record PolicyInForce(Optional<Policies.Policy> policy) {}

    /// What is written on the form.
    record PolicyForm(String notice, String text) {}

    @GetMapping
    @Allowed(to = Allowed.Everyone.ANYBODY)
    PolicyInForce inForce() {
        return new PolicyInForce(policies.current());
    }

    /// Who has read the version in force and who has not, by name: those who can sign in, or will.
    @GetMapping("/acknowledgements")
    @Allowed({Role.ADMINISTRATOR, Role.AUDITOR})
    List<PeopleDuties.Reading> acknowledgements() {
        return duties.readings();
    }

    /// Publishes a new version: everybody must acknowledge it at their next sign-in.
    @PostMapping
    @Allowed(Role.ADMINISTRATOR)
    Policies.Policy publish(@RequestBody PolicyForm form, Actor actor) {
        return database.done(() -> {
            Policies.Policy published = policies.publish(form.notice(), form.text(), actor.person(), clock.instant());
            trail.record(new AuditEntry(
                    Act.SETTINGS_CHANGED,
                    actor,
                    Optional.empty(),
                    "Monitoring notice and policy, version " + published.version() + ", published",
                    List.of()));
            return published;
        });
    }
}
