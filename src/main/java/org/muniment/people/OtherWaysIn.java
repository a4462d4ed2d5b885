package org.muniment.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.SignInNeeded;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.springframework.stereotype.Component;

/// This is how somebody gets in who proved otherwise than by a password who they are. Sessions, audit and patience with
/// failures are the same.
@Component
public class OtherWaysIn {
    private final Sessions sessions;
    private final AuditTrail trail;
    private final SignInPatience patience;

    OtherWaysIn(Sessions sessions, AuditTrail trail, SignInPatience patience) {
        this.sessions = sessions;
        this.trail = trail;
        this.patience = patience;
    }

    /// Throws if too many attempts from there have failed; to be asked before anything is looked at.
    public void check(HttpServletRequest request) {
        patience.checkAddress(request);
    }

    /// The person is halfway: what was proved stands for the password, a code is still asked for.
    public void asByPassword(HttpServletRequest request, Person person) {
        refuseDisabled(request, person);
        sessions.begin(request, person);
    }

    /// The person is in: what was proved stands for password and code. `how` ends the sentence "signed in …".
    public void asByBoth(HttpServletRequest request, Person person, String how) {
        refuseDisabled(request, person);
        sessions.begin(request, person);
        record(Act.SIGNED_IN, sessions.actor(person, request), how);
        sessions.complete(request, sessions.seat(request).orElseThrow(SignInNeeded::new));
    }

    /// Writes down why somebody was not let in, and counts it. Throw what this returns.
    public RuntimeException refused(HttpServletRequest request, String why) {
        patience.failedAt(request);
        record(Act.SIGN_IN_FAILED, Actor.nobody(request.getRemoteAddr()), why);
        return SignInFailed.otherwise();
    }

    private void refuseDisabled(HttpServletRequest request, Person person) {
        if (person.isDisabled()) throw refused(request, "The account of " + person.email() + " is disabled");
    }

    private void record(Act act, Actor actor, String what) {
        trail.record(new AuditEntry(act, actor, Optional.empty(), what, List.of()));
    }
}
