package org.muniment.transparency;

import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.access.Role;
import org.muniment.archive.Archive;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The city's choice whether its log can be read by anybody. A change is in the audit trail before it is made.
@RestController
@RequestMapping(path = "/api/settings/log", produces = MediaType.APPLICATION_JSON_VALUE)
class LogPublicationController {
    private final LogPublication publication;
    private final Archive archive;
    private final AuditTrail trail;

    LogPublicationController(LogPublication publication, Archive archive, AuditTrail trail) {
        this.publication = publication;
        this.archive = archive;
        this.trail = trail;
    }

    /// @param key the log's verifier key, to be published beside its address
    record LogPublicationView(boolean isPublic, String origin, String key) {}

    record LogPublicationChoice(boolean isPublic) {}

    @GetMapping
    @Allowed({Role.ADMINISTRATOR, Role.COUNSEL, Role.AUDITOR})
    LogPublicationView view() {
        return new LogPublicationView(
                publication.isPublic(),
                archive.origin(),
                archive.log().verifier().toString());
    }

    @PutMapping
    @Allowed(Role.ADMINISTRATOR)
    LogPublicationView choose(@RequestBody LogPublicationChoice choice, Actor actor) {
        String what = choice.isPublic()
                ? "anybody may read the log's checkpoint and hashes"
                : "the log's checkpoint and hashes are for the city's own people";
        trail.record(new AuditEntry(Act.SETTINGS_CHANGED, actor, Optional.empty(), what, List.of()));
        publication.choose(choice.isPublic());
        return view();
    }
}
