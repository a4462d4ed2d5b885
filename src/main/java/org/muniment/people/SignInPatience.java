package org.muniment.people;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Optional;
import org.muniment.access.Network;
import org.muniment.access.PersonId;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.stereotype.Component;

/// This is the patience with whoever signs in. Failures are counted apart for each network, so that whoever knows an
/// address cannot keep its owner out from elsewhere; and for all networks together, ten times as patiently, so that
/// guessers in many places are slowed, too. A browser at which the person has signed in before counts for itself alone:
/// nobody else's failures are heard there.
@Component
class SignInPatience {
    private final SignInLimits strict;
    private final SignInLimits generous;
    private final KnownBrowsers browsers;
    private final Alarms alarms;

    SignInPatience(WorkflowDatabase database, KnownBrowsers browsers, Alarms alarms, InstantSource clock) {
        this.strict = SignInLimits.strict(database, clock);
        this.generous = SignInLimits.generous(database, clock);
        this.browsers = browsers;
        this.alarms = alarms;
    }

    /// An attempt that counts as failed until it succeeds.
    ///
    /// @param locks whether it locks what it tries, unless it succeeds
    /// @param failed counts it for the request's address, too, where that is not done yet
    record Attempt(boolean locks, Runnable succeeded, Runnable failed) {}

    /// Begins an attempt at somebody's password. The address may be nobody's. Throws [TooManyAttempts].
    Attempt atPassword(HttpServletRequest request, String email, Optional<PersonId> person) {
        // The same wherever a password is asked for, so that no place is a way round another.
        String account = Person.canonical(email);
        String tried = "password of " + account.substring(0, Math.min(account.length(), Person.EMAIL_LENGTH_MAX));
        Optional<String> browser = person.flatMap(id -> browsers.nameOf(request, id));
        if (browser.isPresent()) return strictly(request, tried + " at " + browser.get());
        generous.check(address(request));
        generous.check(tried);
        String near = tried + " from " + Network.of(request.getRemoteAddr()).prefix();
        boolean locksHere = strict.attempt(near);
        boolean locksEverywhere = generous.attempt(tried);
        return fromAddress(
                request,
                new Attempt(
                        locksHere || locksEverywhere,
                        () -> {
                            strict.succeeded(near);
                            generous.succeeded(tried);
                        },
                        () -> {}));
    }

    /// Begins an attempt at somebody's code, after the right password: whoever guesses here knows that already, and is
    /// heard alike in all places but where the person has signed in before. Throws [TooManyAttempts].
    Attempt atCode(HttpServletRequest request, PersonId person) {
        String tried = "code of " + person;
        Optional<String> browser = browsers.nameOf(request, person);
        if (browser.isPresent()) return strictly(request, tried + " at " + browser.get());
        generous.check(address(request));
        return fromAddress(request, strictly(request, tried));
    }

    /// Begins an attempt at the first code of a new app. Throws [TooManyAttempts].
    Attempt atEnrolment(HttpServletRequest request, PersonId person) {
        return strictly(request, "enrolment of " + person);
    }

    /// Throws [TooManyAttempts] if too many attempts from the request's address have failed.
    void checkAddress(HttpServletRequest request) {
        generous.check(address(request));
    }

    /// Counts a failure for the request's address. One at which an alarm is due for what many people are tried with.
    void failedAt(HttpServletRequest request) {
        if (generous.failed(address(request))) addressLocked();
    }

    /// Tells an operator that somebody's sign-in is locked.
    void lockedOut(Person person) {
        alarms.raise(
                AlarmKind.SIGN_IN_GUESSED,
                "Sign-in as " + person.email() + " is locked for " + SignInLimits.LOCKOUT.toMinutes()
                        + " minutes where too many attempts failed.");
    }

    private Attempt strictly(HttpServletRequest request, String tried) {
        return new Attempt(strict.attempt(tried), () -> strict.succeeded(tried), () -> failedAt(request));
    }

    // Counted before anything is looked at: of a thousand at once, few are looked at. One that succeeds takes back what
    // it counted and no more: a guesser's own account does not wipe out the guesses.
    private Attempt fromAddress(HttpServletRequest request, Attempt attempt) {
        String address = address(request);
        SignInLimits.Begun begun = generous.begin(address);
        return new Attempt(
                attempt.locks,
                () -> {
                    attempt.succeeded.run();
                    generous.takeBack(address, begun);
                },
                () -> {
                    if (begun.locks()) addressLocked();
                });
    }

    private void addressLocked() {
        alarms.raise(
                AlarmKind.SIGN_IN_GUESSED, "Wrong passwords or codes keep coming from one address, which must wait.");
    }

    private static String address(HttpServletRequest request) {
        return "address " + Network.ofAsker(request.getRemoteAddr()).prefix();
    }
}
