package org.muniment.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
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
    private final Accounts accounts;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final AuditTrail trail;
    private final SignInPatience patience;
    private final InstantSource clock;
    private final ZoneId zone;

    OtherWaysIn(
            Sessions sessions,
            Accounts accounts,
            Passwords passwords,
            SecondFactors factors,
            AuditTrail trail,
            SignInPatience patience,
            InstantSource clock,
            ZoneId zone) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.passwords = passwords;
        this.factors = factors;
        this.trail = trail;
        this.patience = patience;
        this.clock = clock;
        this.zone = zone;
    }

    /// Throws if too many attempts from there have failed; to be asked before anything is looked at.
    public void check(HttpServletRequest request) {
        patience.checkAddress(request);
    }

    /// Whether a code can be asked of the person.
    public boolean hasSecondFactor(Person person) {
        return factors.has(person.id());
    }

    /// Ends all sessions of a person whom no code of theirs has proved, and takes a password away
    /// that may be another's. Returns whether there was one. Throws [LastAdministrator] if nobody
    /// else could run the archive then.
    public boolean forgetPassword(Person person) {
        boolean had = accounts.find(person.id()).hasPassword();
        if (had) accounts.checkAnotherAdministrator(person.id());
        passwords.forget(person.id());
        accounts.endSessions(person.id());
        return had;
    }

    /// The person is halfway: what was proved stands for the password, a code is still asked for.
    public void asByPassword(HttpServletRequest request, Person person, Proof proof) {
        refuseWhoIsOut(request, person);
        sessions.begin(request, person).provedBy(proof);
    }

    /// The person is in: what was proved stands for password and code. `how` ends the sentence "signed in …".
    public void asByBoth(HttpServletRequest request, Person person, String how) {
        refuseWhoIsOut(request, person);
        sessions.begin(request, person);
        complete(request, how);
    }

    /// The person is in: what was proved stands for password and code.
    public void asByBoth(HttpServletRequest request, Person person, Proof proof) {
        asByPassword(request, person, proof);
        complete(request, proof.how());
    }

    /// Writes down why somebody was not let in, and counts it. Throw what this returns.
    public RuntimeException refused(HttpServletRequest request, String why) {
        patience.failedAt(request);
        record(Act.SIGN_IN_FAILED, Actor.nobody(request.getRemoteAddr()), why);
        return SignInFailed.otherwise();
    }

    private void complete(HttpServletRequest request, String how) {
        Sessions.Seat seat = sessions.settled(sessions.seat(request).orElseThrow(SignInNeeded::new));
        record(Act.SIGNED_IN, sessions.actor(seat.person(), request), how);
        sessions.complete(request, seat);
    }

    // Whose last day has come is out even before the watch has noticed.
    private void refuseWhoIsOut(HttpServletRequest request, Person person) {
        Account.State state = accounts.find(person.id()).state(LocalDate.ofInstant(clock.instant(), zone));
        if (state == Account.State.LEFT) throw refused(request, person.email() + " has left");
        if (person.isDisabled()) throw refused(request, "The account of " + person.email() + " is disabled");
    }

    private void record(Act act, Actor actor, String what) {
        trail.record(new AuditEntry(act, actor, Optional.empty(), what, List.of()));
    }
}
