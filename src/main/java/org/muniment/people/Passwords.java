package org.muniment.people;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.muniment.access.PersonId;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// This is where passwords are kept: as Argon2id hashes of 19 MiB and two passes (OWASP Password Storage). What makes a
/// good one is its length; mixtures of signs are not asked for (NIST SP 800-63B).
@Component
public final class Passwords {
    public static final int LENGTH_MIN = 12;
    public static final int LENGTH_MAX = 128;
    private static final int AT_ONCE_MAX = 4;
    private static final int WAIT_SECONDS_MAX = 10;

    private final WorkflowDatabase database;
    private final JdbcClient sql;
    private final InstantSource clock;
    private final CommonPasswords common = CommonPasswords.shipped();
    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19 << 10, 2);
    // Each hashing takes 19 MiB: a flood of sign-ins must not take all memory.
    private final Semaphore hashing = new Semaphore(AT_ONCE_MAX, true);
    private final String nobodys = hash("nobody has this password");

    public Passwords(WorkflowDatabase database, InstantSource clock) {
        database.migrate(People.class);
        this.database = database;
        this.sql = database.sql();
        this.clock = clock;
    }

    /// Gives the person this password instead of any earlier one. Throws [PasswordIsWeak].
    public void set(Person person, String password) {
        checkStrength(person.name(), person.email(), password);
        String hash = hash(password);
        database.done(() -> sql.sql("MERGE INTO password KEY (person) VALUES (:person, :hash, :now)")
                .param("person", person.id().number())
                .param("hash", hash)
                .param("now", Columns.utc(clock.instant()))
                .update());
    }

    void forget(PersonId person) {
        database.done(() -> sql.sql("DELETE FROM password WHERE person = :person")
                .param("person", person.number())
                .update());
    }

    public boolean has(PersonId person) {
        return hashOf(person).isPresent();
    }

    /// Whether this is the person's password. It takes as long for nobody and for who has none.
    public boolean isRight(Optional<Person> person, String password) {
        Optional<String> kept = person.map(Person::id).flatMap(this::hashOf);
        boolean isTooLong = password.length() > LENGTH_MAX;
        boolean matches = matches(isTooLong ? "" : password, kept.orElse(nobodys));
        return matches && kept.isPresent() && !isTooLong;
    }

    /// Refuses what is short, common, or made of the person's own name or address. Throws [PasswordIsWeak].
    void checkStrength(String name, String email, String password) {
        if (password.codePointCount(0, password.length()) < LENGTH_MIN)
            throw new PasswordIsWeak("Use at least " + LENGTH_MIN
                    + " characters. A short sentence that only you would think of is easy to remember.");
        if (password.length() > LENGTH_MAX) throw new PasswordIsWeak("Use at most " + LENGTH_MAX + " characters.");
        if (common.hold(password))
            throw new PasswordIsWeak("This password is one of those that are guessed first. Use words that do not"
                    + " usually stand together.");
        String rest = without(password.toLowerCase(Locale.ROOT), name, email);
        if (rest.length() < LENGTH_MIN / 2)
            throw new PasswordIsWeak("This password is little more than your name or address. Use other words.");
    }

    private static String without(String password, String name, String email) {
        String rest = password;
        for (String word :
                Arrays.asList((name + " " + email).toLowerCase(Locale.ROOT).split("[\\s@.]+"))) {
            if (word.length() > 2) rest = rest.replace(word, "");
        }
        return rest;
    }

    private Optional<String> hashOf(PersonId person) {
        return sql.sql("SELECT hash FROM password WHERE person = :person")
                .param("person", person.number())
                .query(String.class)
                .optional();
    }

    private String hash(String password) {
        begin();
        try {
            return Objects.requireNonNull(argon2.encode(password));
        } finally {
            hashing.release();
        }
    }

    private boolean matches(String password, String hash) {
        begin();
        try {
            return argon2.matches(password, hash);
        } finally {
            hashing.release();
        }
    }

    private void begin() {
        try {
            if (hashing.tryAcquire(WAIT_SECONDS_MAX, TimeUnit.SECONDS)) return;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        throw TooManyAttempts.atOnce();
    }
}
