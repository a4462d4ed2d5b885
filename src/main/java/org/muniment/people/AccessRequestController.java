package org.muniment.people;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.access.PersonId;
import org.muniment.access.Role;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The written access requests over HTTP. A browser only ever saves them: none is shown inside the page.
@RestController
@RequestMapping("/api/people/{person:\\d{1,18}}/access-requests")
class AccessRequestController {
    private final Accounts accounts;
    private final Administration administration;
    private final AccessRequests requests;
    private final PeopleDesk desk;
    private final AuditTrail trail;

    AccessRequestController(
            Accounts accounts,
            Administration administration,
            AccessRequests requests,
            PeopleDesk desk,
            AuditTrail trail) {
        this.accounts = accounts;
        this.administration = administration;
        this.requests = requests;
        this.desk = desk;
        this.trail = trail;
    }

    /// The request's body is the file itself, at most 10 MB.
    @PostMapping(consumes = MediaType.APPLICATION_OCTET_STREAM_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Allowed(Role.ADMINISTRATOR)
    @ResponseStatus(HttpStatus.CREATED)
    PersonView add(@PathVariable long person, @RequestParam String name, HttpServletRequest request, Actor actor)
            throws IOException {
        Account whose = accounts.find(new PersonId(person));
        byte[] content = request.getInputStream().readNBytes(WrittenRequest.SIZE_BYTES_MAX + 1);
        administration.attach(actor, whose, WrittenRequest.of(name, content));
        return desk.person(whose, actor);
    }

    @GetMapping("/{id:\\d{1,18}}")
    @Allowed({Role.ADMINISTRATOR, Role.AUDITOR})
    ResponseEntity<byte[]> download(@PathVariable long person, @PathVariable long id, Actor actor) {
        Account whose = accounts.find(new PersonId(person));
        WrittenRequest request = requests.read(whose.id(), id);
        String what = "Took “" + request.fileName() + "” from the file of " + whose.name() + " <" + whose.email() + ">";
        trail.record(new AuditEntry(Act.WRITTEN_REQUEST_TAKEN, actor, Optional.empty(), what, List.of()));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(request.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .contentType(MediaType.parseMediaType(request.kind().mediaType()))
                .body(request.content());
    }
}
