package org.muniment.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;

/// This is the patience with failed attempts, by whatever was tried: an account, an address. From
/// the third failure in a row each doubles the wait, from one second on; at the tenth it is fifteen
/// minutes, and so after every further one. An account that does not exist is treated the same, so
/// that waiting tells nobody who exists. A restart forgets nothing; an attempt that a power cut
/// takes back cost its maker a power cut.
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

    /// An attempt that is counted as failed.
    ///
    /// @param locks whether it locks what was tried, unless it is taken back
    /// @param at when it was made
    /// @param before when the one before it failed, if any that counts
    record Begun(boolean locks, Instant at, Instant before) {}

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

    /// Like [#attempt], for what many try who know nothing of each other: see [#takeBack]. Throws [TooManyAttempts].
    synchronized Begun begin(String tried) {
        check(tried);
        return count(tried);
    }

    /// Counts a failure; whether what was tried is locked from now on.
    synchronized boolean failed(String tried) {
        return count(tried).locks;
    }

    private Begun count(String tried) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Optional<Failures> before = find(tried)
                .filter(failures -> failures.last.plus(FORGOTTEN_AFTER).isAfter(now));
        int inARow = 1 + before.map(Failures::inARow).orElse(0);
        write(tried, inARow, now);
        if (++sinceSwept >= SWEPT_EVERY) sweep(now);
        return new Begun(
                inARow >= FAILURES_UNTIL_LOCKOUT * generosity,
                now,
                before.map(Failures::last).orElse(now));
    }

    /// The attempt succeeded: it counts no more, and all others do.
    synchronized void takeBack(String tried, Begun begun) {
        Failures failures = find(tried).orElse(new Failures(0, begun.before, begun.before));
        if (failures.inARow <= 1) succeeded(tried);
        else write(tried, failures.inARow - 1, failures.last.equals(begun.at) ? begun.before : failures.last);
    }

    private void write(String tried, int inARow, Instant last) {
        sql.sql("MERGE INTO sign_in_failure KEY (tried_hash) VALUES (:hash, :inARow, :last, :notBefore)")
                .param("hash", Secrets.hash(tried))
                .param("inARow", inARow)
                .param("last", Columns.utc(last))
                .param("notBefore", Columns.utc(last.plus(wait(inARow))))
                .update();
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

    /// What is forgotten goes, and of too many the lowest counters: a flood must not fill the disk, and must not free
    /// what is locked.
    private void sweep(Instant now) {
        sinceSwept = 0;
        sql.sql("DELETE FROM sign_in_failure WHERE last_at < :old")
                .param("old", Columns.utc(now.minus(FORGOTTEN_AFTER)))
                .update();
        List<byte[]> tooMany = sql.sql("""
                SELECT tried_hash FROM sign_in_failure
                ORDER BY in_a_row DESC, last_at DESC OFFSET :kept ROWS FETCH NEXT :most ROWS ONLY""")
                .param("kept", KEPT_MAX)
                .param("most", 2 * SWEPT_EVERY)
                .query((row, _) -> row.getBytes("tried_hash"))
                .list();
        if (tooMany.isEmpty()) return;
        sql.sql("DELETE FROM sign_in_failure WHERE tried_hash IN (:hashes)")
                .param("hashes", tooMany)
                .update();
    }

    private Duration wait(int inARow) {
        if (inARow >= FAILURES_UNTIL_LOCKOUT * generosity) return LOCKOUT;
        int beyond = inARow - FAILURES_FREE * generosity;
        return beyond <= 0 ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(beyond / generosity, 6));
    }
}
