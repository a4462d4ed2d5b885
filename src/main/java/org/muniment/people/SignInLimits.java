package org.muniment.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// This is the patience with failed attempts, by whatever was tried: an account, an address. From the third failure in
/// a
/// row each doubles the wait, from one second on; at the tenth it is fifteen minutes, and so after every further one.
/// An
/// account that does not exist is treated the same, so that waiting tells nobody who exists. A restart forgets nothing;
/// an attempt that a power cut takes back cost its maker a power cut.
final class SignInLimits {
    static final int FAILURES_FREE = 2;
    static final int FAILURES_UNTIL_LOCKOUT = 10;
    static final Duration LOCKOUT = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN_AFTER = Duration.ofHours(24);
    private static final int KEPT_MAX = 50_000;
    private static final int SWEPT_EVERY = 500;

    private final JdbcClient sql;
    private final InstantSource clock;
    private final int generosity;
    private int sinceSwept;

    private record Failures(int inARow, Instant last, Instant notBefore) {}

    private SignInLimits(WorkflowDatabase database, InstantSource clock, int generosity) {
        database.migrate(People.class);
        this.sql = database.sql();
        this.clock = clock;
        this.generosity = generosity;
    }

    static SignInLimits strict(WorkflowDatabase database, InstantSource clock) {
        return new SignInLimits(database, clock, 1);
    }

    /// Ten times as patient: an address may be a whole office's, and an account may be tried by others than its owner.
    static SignInLimits generous(WorkflowDatabase database, InstantSource clock) {
        return new SignInLimits(database, clock, 10);
    }

    /// Throws [TooManyAttempts].
    synchronized void check(String tried) {
        find(tried).ifPresent(failures -> {
            Duration waiting = Duration.between(clock.instant(), failures.notBefore);
            if (waiting.isPositive()) throw TooManyAttempts.wait(waiting);
        });
    }

    /// Counts an attempt as failed before it is made, so that many at once are no way round; whether it locks the
    /// account unless it succeeds. Throws [TooManyAttempts].
    synchronized boolean attempt(String tried) {
        check(tried);
        return failed(tried);
    }

    /// Counts a failure; whether what was tried is locked from now on.
    synchronized boolean failed(String tried) {
        Instant now = clock.instant();
        int inARow = 1
                + find(tried)
                        .filter(before -> before.last.plus(FORGOTTEN_AFTER).isAfter(now))
                        .map(Failures::inARow)
                        .orElse(0);
        sql.sql("MERGE INTO sign_in_failure KEY (tried_hash) VALUES (:hash, :inARow, :now, :notBefore)")
                .param("hash", Secrets.hash(tried))
                .param("inARow", inARow)
                .param("now", Columns.utc(now))
                .param("notBefore", Columns.utc(now.plus(wait(inARow))))
                .update();
        if (++sinceSwept >= SWEPT_EVERY) sweep(now);
        return inARow >= FAILURES_UNTIL_LOCKOUT * generosity;
    }

    synchronized void succeeded(String tried) {
        sql.sql("DELETE FROM sign_in_failure WHERE tried_hash = :hash")
                .param("hash", Secrets.hash(tried))
                .update();
    }

    private Optional<Failures> find(String tried) {
        return sql.sql("SELECT in_a_row, last_at, not_before FROM sign_in_failure WHERE tried_hash = :hash")
                .param("hash", Secrets.hash(tried))
                .query((row, _) -> new Failures(
                        row.getInt("in_a_row"),
                        row.getObject("last_at", OffsetDateTime.class).toInstant(),
                        row.getObject("not_before", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /// What is forgotten goes, and of too many the oldest: a flood must not fill the disk.
    private void sweep(Instant now) {
        sinceSwept = 0;
        sql.sql("DELETE FROM sign_in_failure WHERE last_at < :old")
                .param("old", Columns.utc(now.minus(FORGOTTEN_AFTER)))
                .update();
        sql.sql("""
                DELETE FROM sign_in_failure WHERE tried_hash IN
                    (SELECT tried_hash FROM sign_in_failure ORDER BY last_at DESC OFFSET :kept ROWS)""").param("kept", KEPT_MAX).update();
    }

    private Duration wait(int inARow) {
        if (inARow >= FAILURES_UNTIL_LOCKOUT * generosity) return LOCKOUT;
        int beyond = inARow - FAILURES_FREE * generosity;
        return beyond <= 0 ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(beyond / generosity, 6));
    }
}
