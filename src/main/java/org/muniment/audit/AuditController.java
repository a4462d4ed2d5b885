package org.muniment.audit;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.access.Role;
import org.muniment.merklelog.Checkpoint;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The trail over HTTP: everything about access, nothing of content. Looking is written down too.
@RestController
@RequestMapping(path = "/api/audit", produces = MediaType.APPLICATION_JSON_VALUE)
class AuditController {
    private final AuditTrail trail;
    private final ZoneId zone;

    AuditController(AuditTrail trail, ZoneId zone) {
        this.trail = trail;
        this.zone = zone;
    }

    /// What one person has done. `messagesRead` counts different messages opened or taken away.
    record PersonsReading(long person, Optional<String> name, long messagesRead, AuditPage page) {}

    /// Who had to do with one message, and how.
    record MessagesReaders(long accession, List<AuditRows.MessageReading> readings, AuditPage page) {}

    /// The log's last signed word on all its entries; `note` is the signed text (C2SP tlog-checkpoint).
    record SignedSize(String origin, long size, String root, String note) {
        static SignedSize of(Checkpoint checkpoint) {
            return new SignedSize(
                    checkpoint.origin(), checkpoint.size(), checkpoint.root().base64(), checkpoint.toString());
        }
    }

    @GetMapping
    @Allowed({Role.AUDITOR, Role.COUNSEL})
    AuditPage entries(
            Actor actor,
            @RequestParam Optional<Long> person,
            @RequestParam(defaultValue = "") List<Act> act,
            @RequestParam Optional<Long> message,
            @RequestParam Optional<String> purpose,
            @RequestParam Optional<LocalDate> from,
            @RequestParam Optional<LocalDate> to,
            @RequestParam Optional<Long> cursor,
            @RequestParam(defaultValue = "50") int limit) {
        AuditFilter filter = AuditFilter.of(person, act, message, purpose, from, to, zone);
        AuditPage page = AuditPage.before(cursor, filter, limit, trail.rows());
        looked(actor, filter.inWords());
        return page;
    }

    /// Everybody the trail knows.
    @GetMapping("/people")
    @Allowed({Role.AUDITOR, Role.COUNSEL})
    List<AuditRows.KnownPerson> people() {
        return trail.rows().people();
    }

    /// What has this person read?
    @GetMapping("/people/{person:\\d{1,18}}")
    @Allowed({Role.AUDITOR, Role.COUNSEL})
    PersonsReading person(
            Actor actor,
            @PathVariable long person,
            @RequestParam Optional<Long> cursor,
            @RequestParam(defaultValue = "50") int limit) {
        AuditRows rows = trail.rows();
        AuditPage page = AuditPage.before(cursor, AuditFilter.ofPerson(person), limit, rows);
        looked(actor, "what person " + person + " has read");
        return new PersonsReading(person, rows.nameOf(person), rows.messagesRead(person), page);
    }

    /// Who has read this message? An administrator is not told what was searched for.
    @GetMapping("/messages/{accession:\\d{1,18}}")
    @Allowed({Role.AUDITOR, Role.COUNSEL, Role.ADMINISTRATOR})
    MessagesReaders message(
            Actor actor,
            @PathVariable long accession,
            @RequestParam Optional<Long> cursor,
            @RequestParam(defaultValue = "50") int limit) {
        AuditRows rows = trail.rows();
        AuditPage page = AuditPage.before(cursor, AuditFilter.ofMessage(accession), limit, rows);
        looked(actor, "who has read message " + accession);
        boolean seesQueries = actor.is(Role.AUDITOR) || actor.is(Role.COUNSEL);
        return new MessagesReaders(accession, rows.readings(accession), seesQueries ? page : page.withoutWhat());
    }

    /// Absent while nothing was signed yet. To be kept elsewhere: it proves later that nothing was taken out.
    @GetMapping("/log/checkpoint")
    @Allowed({Role.AUDITOR, Role.COUNSEL, Role.ADMINISTRATOR})
    Optional<SignedSize> checkpoint() {
        return trail.checkpoint().map(SignedSize::of);
    }

    private void looked(Actor actor, String at) {
        trail.record(new AuditEntry(Act.AUDIT_READ, actor, Optional.empty(), at, List.of()));
    }
}
