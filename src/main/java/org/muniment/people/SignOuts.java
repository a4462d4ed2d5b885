package org.muniment.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.muniment.access.Actor;
import org.muniment.access.PersonId;
import org.muniment.access.SignInNeeded;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// This is how people end what lets them, or somebody else as them, in: sessions, and with them tokens. What is done
/// and its audit entry are one transaction.
@Component
class SignOuts {
    private final WorkflowDatabase database;
    private final People people;
    private final Sessions sessions;
    private final PersonalTokens tokens;
    private final KnownBrowsers browsers;
    private final AuditTrail trail;
    private final InstantSource clock;

    SignOuts(
            WorkflowDatabase database,
            People people,
            Sessions sessions,
            PersonalTokens tokens,
            KnownBrowsers browsers,
            AuditTrail trail,
            InstantSource clock) {
        this.database = database;
        this.people = people;
        this.sessions = sessions;
        this.tokens = tokens;
        this.browsers = browsers;
        this.trail = trail;
        this.clock = clock;
    }

    void signOut(HttpServletRequest request) {
        sessions.seat(request)
                .ifPresent(seat -> record(Act.SIGNED_OUT, sessions.actor(seat.person(), request), "signed out"));
        sessions.end(request);
    }

    /// Ends every session of the person, at every browser, and revokes all their tokens.
    void signOutEverywhere(HttpServletRequest request) {
        Sessions.Seat seat = sessions.seat(request).orElseThrow(SignInNeeded::new);
        Actor actor = sessions.actor(seat.person(), request);
        database.done(() -> {
            record(Act.SIGNED_OUT, actor, "signed out everywhere");
            people.endSessions(actor.person());
            browsers.forget(actor.person());
            return revokeTokens(actor);
        });
        sessions.end(request);
    }

    /// Ends every session of the person but this one.
    void endOthers(HttpServletRequest request) {
        endOthersAfter(request, () -> true);
    }

    /// Does the work and ends every session of the person but this one: both, or nothing if either cannot be written
    /// down.
    <T> T endOthersAfter(HttpServletRequest request, Supplier<T> work) {
        Sessions.Seat seat = sessions.seat(request).orElseThrow(SignInNeeded::new);
        PersonId id = seat.person().id();
        Actor actor = sessions.actor(seat.person(), request);
        T done = database.done(() -> {
            T result = work.get();
            people.endSessions(id);
            record(Act.SIGNED_OUT, actor, "ended their sessions at all other browsers");
            return result;
        });
        seat.session().outlive(people.sessionEpoch(id));
        return done;
    }

    /// Revokes all tokens of who acts; how many worked until now.
    int revokeTokens(Actor actor) {
        int revoked = tokens.revokeAll(actor.person(), clock.instant());
        if (revoked > 0) record(Act.TOKEN_REVOKED, actor, "Revoked all " + revoked + " of their own tokens");
        return revoked;
    }

    private void record(Act act, Actor actor, String what) {
        trail.record(new AuditEntry(act, actor, Optional.empty(), what, List.of()));
    }
}
