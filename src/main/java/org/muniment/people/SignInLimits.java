package org.muniment.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/// This is the patience with failed attempts, by account and by address. From the third failure in a row each doubles
/// the wait, from one second on; at the tenth it is fifteen minutes, and so after every further one. An account that
/// does not exist is treated the same, so that waiting tells nobody who exists.
final class SignInLimits {
    static final int FAILURES_FREE = 2;
    static final int FAILURES_UNTIL_LOCKOUT = 10;
    static final Duration LOCKOUT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);
    private static final int KEPT_MAX = 50_000;

    private final InstantSource clock;
    private final int generosity;
    private final Map<String, Failures> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
            return size() > KEPT_MAX;
        }
    };

    private record Failures(int inARow, Instant last, Instant notBefore) {}

    private SignInLimits(InstantSource clock, int generosity) {
        this.clock = clock;
        this.generosity = generosity;
    }

    static SignInLimits ofAccounts(InstantSource clock) {
        return new SignInLimits(clock, 1);
    }

    /// An address may be a whole office's: ten times as patient.
    static SignInLimits ofAddresses(InstantSource clock) {
        return new SignInLimits(clock, 10);
    }

    /// Throws [TooManyAttempts].
    synchronized void check(String key) {
        Failures failures = kept.get(key);
        if (failures == null) return;
        Duration waiting = Duration.between(clock.instant(), failures.notBefore);
        if (waiting.isPositive()) throw TooManyAttempts.wait(waiting);
    }

    /// Counts an attempt as failed before it is made, so that many at once are no way round; whether it locks the
    /// account unless it succeeds. Throws [TooManyAttempts].
    synchronized boolean attempt(String key) {
        check(key);
        return failed(key);
    }

    /// Counts a failure; whether the account is locked out from now on.
    synchronized boolean failed(String key) {
        Instant now = clock.instant();
        Failures before = kept.get(key);
        boolean goesOn = before != null && before.last.plus(FORGOTTEN_AFTER).isAfter(now);
        int inARow = goesOn && before != null ? before.inARow + 1 : 1;
        kept.put(key, new Failures(inARow, now, now.plus(wait(inARow))));
        return inARow >= FAILURES_UNTIL_LOCKOUT * generosity;
    }

    synchronized void succeeded(String key) {
        kept.remove(key);
    }

    private Duration wait(int inARow) {
        if (inARow >= FAILURES_UNTIL_LOCKOUT * generosity) return LOCKOUT;
        int beyond = inARow - FAILURES_FREE * generosity;
        return beyond <= 0 ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(beyond / generosity, 6));
    }
}
