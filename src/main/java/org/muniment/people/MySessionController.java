package org.muniment.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.access.SignInNeeded;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Where one is signed in, over HTTP, and ending what one does not know (OWASP ASVS 3.3.4).
@RestController
@Allowed(to = Allowed.Everyone.SIGNED_IN)
@RequestMapping(path = "/api/me/sessions", produces = MediaType.APPLICATION_JSON_VALUE)
class MySessionController {
    private final Sessions sessions;
    private final SignOuts signOuts;
    private final AuditTrail trail;
    private final InstantSource clock;

    MySessionController(Sessions sessions, SignOuts signOuts, AuditTrail trail, InstantSource clock) {
        this.sessions = sessions;
        this.signOuts = signOuts;
        this.trail = trail;
        this.clock = clock;
    }

    /// One browser at which the person is signed in.
    ///
    /// @param id names it here, and opens nothing
    /// @param isThis whether this very request came from it
    record SessionLine(
            String id,
            String browser,
            String from,
            Instant startedAt,
            Instant lastActiveAt,
            boolean isLocked,
            boolean isThis) {}

    @GetMapping
    List<SessionLine> mine(Actor actor, HttpServletRequest request) {
        Session here = sessions.seat(request).orElseThrow(SignInNeeded::new).session();
        return sessions.openOf(actor.person()).stream()
                .map(session -> line(session, session == here))
                .toList();
    }

    /// Ends every session of the person but this one.
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOthers(HttpServletRequest request) {
        signOuts.endOthers(request);
    }

    @DeleteMapping("/{id:[A-Za-z0-9_-]{1,40}}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String id, Actor actor) {
        Session session = sessions.openOf(actor.person()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotThere("session"));
        trail.record(new AuditEntry(
                Act.SIGNED_OUT,
                actor,
                Optional.empty(),
                "ended their session at " + session.place().browser() + " from "
                        + session.place().address(),
                List.of()));
        session.end();
    }

    private SessionLine line(Session session, boolean isThis) {
        return new SessionLine(
                session.id(),
                session.place().browser(),
                session.place().address(),
                session.startedAt(),
                session.lastActiveAt(),
                session.isLocked(clock.instant()),
                isThis);
    }
}
