package org.muniment.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.workflow.WorkflowDatabase;

class SignInLimitsTest {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T14:00:00Z"));
    private WorkflowDatabase database;

    @BeforeEach
    void open(@TempDir Path folder) {
        database = WorkflowDatabase.in(folder);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whoSucceedsTakesTheirOwnAttemptBackAndNobodyElses() {
        SignInLimits limits = SignInLimits.generous(database, now::get);
        String address = "address of an office";
        for (int failure = 0; failure < 20; failure++) limits.failed(address);
        limits.takeBack(address, limits.begin(address));
        limits.begin(address);
        assertThatThrownBy(() -> limits.begin(address)).isInstanceOf(TooManyAttempts.class);
        String quiet = "address of a home";
        for (int day = 0; day < 200; day++) limits.takeBack(quiet, limits.begin(quiet));
        limits.check(quiet);
    }

    @Test
    void aFloodOfOtherNamesFreesNobodyWhoIsLocked() {
        SignInLimits limits = SignInLimits.strict(database, now::get);
        String locked = "password of somebody in a flood";
        for (int failure = 0; failure < SignInLimits.FAILURES_UNTIL_LOCKOUT; failure++) limits.failed(locked);
        now.updateAndGet(at -> at.plusSeconds(1));
        database.sql().sql("""
                        INSERT INTO sign_in_failure
                        SELECT HASH('SHA-256', CAST(x AS VARCHAR)), 1, :now, :now FROM SYSTEM_RANGE(1, 50001)""").param("now", Columns.utc(now.get())).update();
        for (int other = 0; other < 500; other++) limits.failed("other " + other);
        assertThat(database.sql()
                        .sql("SELECT COUNT(*) FROM sign_in_failure")
                        .query(Integer.class)
                        .single())
                .isLessThanOrEqualTo(50_500);
        assertThatThrownBy(() -> limits.check(locked)).isInstanceOf(TooManyAttempts.class);
    }
}
