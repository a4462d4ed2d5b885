package org.muniment.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.muniment.access.Actor;
import org.muniment.access.PersonId;
import org.muniment.access.SignInNeeded;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.audit.AuditTrail;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// This is how somebody gets in: password, then a code. Every attempt is written down, and never what was typed.
@Component
class SignIns {
    private final WorkflowDatabase database;
    private final People people;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final AuditTrail trail;
    private final InstantSource clock;
    private final SignInPatience patience;

    SignIns(
            WorkflowDatabase database,
            People people,
            Passwords passwords,
            SecondFactors factors,
            Sessions sessions,
            AuditTrail trail,
            InstantSource clock,
            SignInPatience patience) {
        this.database = database;
        this.people = people;
        this.passwords = passwords;
        this.factors = factors;
        this.sessions = sessions;
        this.trail = trail;
        this.clock = clock;
        this.patience = patience;
    }

    /// Begins a session if the password is right. Throws [SignInFailed], [TooManyAttempts].
    void withPassword(HttpServletRequest request, String email, String password) {
        Optional<Person> person = people.byEmail(email).filter(found -> !found.isDisabled());
        SignInPatience.Attempt attempt = patience.atPassword(request, email, person.map(Person::id));
        if (!passwords.isRight(person, password)) {
            String whose = person.map(Person::email).orElse("an address that nobody here has");
            failed(request, attempt, "Wrong password for " + whose, person);
            throw SignInFailed.password();
        }
        attempt.succeeded().run();
        sessions.begin(request, person.orElseThrow());
    }

    /// Completes the session if the code is right. Throws [SignInFailed], [TooManyAttempts].
    void withCode(HttpServletRequest request, String code) {
        Sessions.Seat seat = seatIn(request, SessionState.SECOND_FACTOR);
        Person person = seat.person();
        SignInPatience.Attempt attempt = patience.atCode(request, person.id());
        Optional<SecondFactors.Match> match = factors.take(person.id(), code);
        if (match.isEmpty()) {
            String what = "Wrong code, signing in " + proofOf(seat) + ", for " + person.email();
            failed(request, attempt, what, Optional.of(person));
            throw SignInFailed.code();
        }
        attempt.succeeded().run();
        String how = match.get() == SecondFactors.Match.APP
                ? " and a code of the app"
                : " and a recovery code; " + factors.recoveryCodesLeft(person.id()) + " are left";
        complete(request, seat, proofOf(seat) + how);
    }

    /// Takes the app into use and completes the session; gives the recovery codes. Throws [SignInFailed].
    List<String> enrol(HttpServletRequest request, String code) {
        Sessions.Seat seat = seatIn(request, SessionState.ENROL_SECOND_FACTOR);
        PersonId id = seat.person().id();
        SignInPatience.Attempt attempt = patience.atEnrolment(request, id);
        Optional<Enrolled> enrolled = database.done(() -> enrolled(request, seat, code));
        if (enrolled.isEmpty()) {
            String what = "Wrong code when a second factor was set up for "
                    + seat.person().email();
            failed(request, attempt, what, Optional.of(seat.person()));
            throw SignInFailed.code();
        }
        attempt.succeeded().run();
        sessions.complete(request, enrolled.get().settled);
        return enrolled.get().codes;
    }

    private record Enrolled(Sessions.Seat settled, List<String> codes) {}

    // The app is in use only if the sign-in with it is settled and written down.
    private Optional<Enrolled> enrolled(HttpServletRequest request, Sessions.Seat seat, String code) {
        return factors.enrol(seat.person().id(), seat.session().enrolling(), code)
                .map(codes -> {
                    Sessions.Seat settled = sessions.settled(seat);
                    String how =
                            proofOf(seat) + "; a second factor was set up, with " + codes.size() + " recovery codes";
                    record(Act.SIGNED_IN, sessions.actor(settled.person(), request), how);
                    return new Enrolled(settled, codes);
                });
    }

    /// Unlocks the session by the password. Throws [SignInFailed], [TooManyAttempts].
    void unlock(HttpServletRequest request, String password) {
        Sessions.Seat seat = seatIn(request, SessionState.LOCKED);
        askAgain(request, seat, password, "at the locked screen");
        record(Act.SIGNED_IN, sessions.actor(seat.person(), request), "unlocked the screen with the password");
        seat.session().unlock(clock.instant());
    }

    /// Asks whoever is signed in for the password once more. Throws [SignInFailed], [TooManyAttempts].
    void confirmPassword(HttpServletRequest request, String password) {
        askAgain(request, seatIn(request, SessionState.SIGNED_IN), password, "when asked again");
    }

    private void askAgain(HttpServletRequest request, Sessions.Seat seat, String password, String when) {
        Person person = seat.person();
        SignInPatience.Attempt attempt = patience.atPassword(request, person.email(), Optional.of(person.id()));
        if (!passwords.isRight(Optional.of(person), password)) {
            failed(request, attempt, "Wrong password " + when + " of " + person.email(), Optional.of(person));
            throw SignInFailed.unlock();
        }
        attempt.succeeded().run();
    }

    private void complete(HttpServletRequest request, Sessions.Seat seat, String how) {
        Sessions.Seat settled = sessions.settled(seat);
        record(Act.SIGNED_IN, sessions.actor(settled.person(), request), how);
        sessions.complete(request, settled);
    }

    private static String proofOf(Sessions.Seat seat) {
        return seat.session().proof().map(Proof::how).orElse("with password");
    }

    private Sessions.Seat seatIn(HttpServletRequest request, SessionState state) {
        if (sessions.state(request) != state) throw new SignInNeeded();
        return sessions.seat(request).orElseThrow(SignInNeeded::new);
    }

    private void failed(
            HttpServletRequest request, SignInPatience.Attempt attempt, String what, Optional<Person> tried) {
        attempt.failed().run();
        Actor nobody = Actor.nobody(request.getRemoteAddr());
        record(Act.SIGN_IN_FAILED, nobody, what);
        tried.filter(_ -> attempt.locks()).ifPresent(person -> {
            record(Act.LOCKED_OUT, nobody, what + "; locked for " + SignInLimits.LOCKOUT.toMinutes() + " minutes");
            patience.lockedOut(person);
        });
    }

    private void record(Act act, Actor actor, String what) {
        trail.record(new AuditEntry(act, actor, Optional.empty(), what, List.of()));
    }
}
