package org.muniment.people;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.Allowed;
import org.muniment.access.Purpose;
import org.muniment.access.Role;
import org.muniment.access.SignInNeeded;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The session over HTTP: signing in and out, locking, and what is read for. Every answer is the session as it is then.
@RestController
@RequestMapping(path = "/api/session", produces = MediaType.APPLICATION_JSON_VALUE)
class SessionController {
    private final SignIns signIns;
    private final SignOuts signOuts;
    private final Sessions sessions;
    private final SessionDesk desk;
    private final StatedPurposes purposes;
    private final AuditTrail trail;
    private final InstantSource clock;

    SessionController(
            SignIns signIns,
            SignOuts signOuts,
            Sessions sessions,
            SessionDesk desk,
            StatedPurposes purposes,
            AuditTrail trail,
            InstantSource clock) {
        this.signIns = signIns;
        this.signOuts = signOuts;
        this.sessions = sessions;
        this.desk = desk;
        this.purposes = purposes;
        this.trail = trail;
        this.clock = clock;
    }

    /// What is typed to sign in.
    record SignInForm(String email, String password) {
        @Override
        public String toString() {
            return "SignInForm[…]";
        }
    }

    /// The password alone, to unlock.
    record UnlockForm(String password) {
        @Override
        public String toString() {
            return "UnlockForm[…]";
        }
    }

    /// What is read for.
    record PurposeForm(Purpose.Kind kind, String reference) {}

    @GetMapping
    @Allowed(to = Allowed.Everyone.ANYBODY)
    SessionView session(HttpServletRequest request, HttpServletResponse response) {
        return desk.view(request, response);
    }

    @PostMapping
    @Allowed(to = Allowed.Everyone.ANYBODY)
    SessionView signIn(@RequestBody SignInForm form, HttpServletRequest request, HttpServletResponse response) {
        signIns.withPassword(request, form.email(), form.password());
        return desk.view(request, response);
    }

    @DeleteMapping
    @Allowed(to = Allowed.Everyone.ANYBODY)
    SessionView signOut(HttpServletRequest request, HttpServletResponse response) {
        signOuts.signOut(request);
        return desk.view(request, response);
    }

    /// Ends every session of the person, at every browser.
    @DeleteMapping("/everywhere")
    @Allowed(to = Allowed.Everyone.SIGNED_IN)
    SessionView signOutEverywhere(HttpServletRequest request, HttpServletResponse response) {
        signOuts.signOutEverywhere(request);
        return desk.view(request, response);
    }

    @PostMapping("/lock")
    @Allowed(to = Allowed.Everyone.SIGNED_IN)
    SessionView lock(HttpServletRequest request, HttpServletResponse response) {
        sessions.seat(request).orElseThrow(SignInNeeded::new).session().lock();
        return desk.view(request, response);
    }

    @PostMapping("/unlock")
    @Allowed(to = Allowed.Everyone.ANYBODY)
    SessionView unlock(@RequestBody UnlockForm form, HttpServletRequest request, HttpServletResponse response) {
        signIns.unlock(request, form.password());
        return desk.view(request, response);
    }

    /// Says that the person is there, though nothing is asked of the server.
    @PutMapping("/activity")
    @Allowed(to = Allowed.Everyone.SIGNED_IN)
    SessionView activity(HttpServletRequest request, HttpServletResponse response) {
        return desk.view(request, response);
    }

    /// States what mail is read for, until another purpose is stated or the session ends.
    @PutMapping("/purpose")
    @Allowed({Role.RECORDS_OFFICER, Role.REVIEWER, Role.COUNSEL})
    SessionView purpose(
            @RequestBody PurposeForm form, Actor actor, HttpServletRequest request, HttpServletResponse response) {
        Purpose stated = purposeIn(form);
        Session session = sessions.seat(request).orElseThrow(SignInNeeded::new).session();
        trail.record(new AuditEntry(
                Act.PURPOSE_STATED, actor, Optional.of(stated), "stated what mail is read for", List.of()));
        purposes.state(actor.person(), stated);
        session.state(stated, clock.instant());
        return desk.view(request, response);
    }

    private static Purpose purposeIn(PurposeForm form) {
        String reference = form.reference().strip();
        if (reference.isEmpty() || reference.length() > Purpose.REFERENCE_LENGTH_MAX) throw new PurposeIsIncomplete();
        return new Purpose(form.kind(), reference);
    }
}
