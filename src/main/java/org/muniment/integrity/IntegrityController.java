package org.muniment.integrity;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.access.Role;
import org.muniment.archive.IntegrityCheck.Level;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The integrity checks over HTTP: what `muniment verify --list` says, each report, and the start of one.
@RestController
@RequestMapping(path = "/api/integrity", produces = MediaType.APPLICATION_JSON_VALUE)
class IntegrityController {
    private static final int REPORTS_SHOWN = 50;

    private final IntegrityChecks checks;
    private final CheckSchedule schedule;
    private final AuditTrail trail;

    IntegrityController(IntegrityChecks checks, CheckSchedule schedule, AuditTrail trail) {
        this.checks = checks;
        this.schedule = schedule;
        this.trail = trail;
    }

    /// @param level quick, scrub or full
    record CheckStart(String level) {}

    /// @param before name of a report: those kept before it; without it the newest
    @GetMapping
    @Allowed({Role.ADMINISTRATOR, Role.COUNSEL, Role.AUDITOR})
    IntegrityOverview overview(Actor actor, @RequestParam Optional<String> before) {
        boolean mayStart = actor.is(Role.ADMINISTRATOR) || actor.is(Role.AUDITOR);
        return checks.overview(before, REPORTS_SHOWN, mayStart);
    }

    @GetMapping("/reports/{name}")
    @Allowed({Role.ADMINISTRATOR, Role.COUNSEL, Role.AUDITOR})
    CheckReport report(@PathVariable String name) {
        return checks.reports().report(name);
    }

    /// The report as it was signed, for whoever has the archive's public key.
    @GetMapping(path = "/reports/{name}/note", produces = MediaType.TEXT_PLAIN_VALUE)
    @Allowed({Role.ADMINISTRATOR, Role.COUNSEL, Role.AUDITOR})
    ResponseEntity<byte[]> note(@PathVariable String name) {
        byte[] note = checks.reports().note(name);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name + ".note")
                                .build()
                                .toString())
                .body(note);
    }

    /// Starts a check, which goes on in the background.
    @PostMapping("/checks")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Allowed({Role.ADMINISTRATOR, Role.AUDITOR})
    IntegrityOverview start(@RequestBody CheckStart start, Actor actor) {
        Level level = Arrays.stream(Level.values())
                .filter(it -> it != Level.THIRD_PARTY && it.word().equals(start.level()))
                .findFirst()
                .orElseThrow(NoSuchLevel::new);
        trail.record(new AuditEntry(
                Act.COMMAND_RUN, actor, Optional.empty(), "integrity check (" + level.word() + ") started", List.of()));
        schedule.begin(level);
        return checks.overview(Optional.empty(), REPORTS_SHOWN, true);
    }
}
