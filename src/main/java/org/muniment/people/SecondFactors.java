package org.muniment.people;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.muniment.access.PersonId;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// This is where second factors are kept: the secret shared with a person's authenticator app, sealed, and ten
/// recovery codes as hashes. A code of either kind is taken once.
@Component
public final class SecondFactors {
    static final int RECOVERY_CODES = 10;

    private final WorkflowDatabase database;
    private final JdbcClient sql;
    private final InstantSource clock;

    /// How a code was right.
    enum Match {
        APP,
        RECOVERY_CODE
    }

    private record App(String sealedInHex, long lastStep) {}

    public SecondFactors(WorkflowDatabase database, InstantSource clock) {
        database.migrate(People.class);
        this.database = database;
        this.sql = database.sql();
        this.clock = clock;
        sealOldSecrets();
    }

    /// Earlier versions kept the apps' secrets as they are.
    private void sealOldSecrets() {
        String old = "SELECT person, secret FROM totp WHERE NOT is_sealed";
        Map<Long, byte[]> secrets = new HashMap<>();
        sql.sql(old).query(row -> {
            secrets.put(row.getLong("person"), row.getBytes("secret"));
        });
        if (secrets.isEmpty()) return;
        database.done(() -> {
            secrets.forEach((person, secret) -> sql.sql("""
                            UPDATE totp SET secret = :secret, is_sealed = TRUE WHERE person = :person""")
                    .param("person", person)
                    .param("secret", database.seal().seal(secret, place(new PersonId(person))))
                    .update());
            return secrets;
        });
    }

    public boolean has(PersonId person) {
        return app(person).isPresent();
    }

    /// Forgets the app and the recovery codes: the person enrols anew at the next sign-in.
    public void forget(PersonId person) {
        database.done(() -> {
            sql.sql("DELETE FROM totp WHERE person = :person")
                    .param("person", person.number())
                    .update();
            return sql.sql("DELETE FROM recovery_code WHERE person = :person")
                    .param("person", person.number())
                    .update();
        });
    }

    public int recoveryCodesLeft(PersonId person) {
        return sql.sql("SELECT COUNT(*) FROM recovery_code WHERE person = :person AND used_at IS NULL")
                .param("person", person.number())
                .query(Integer.class)
                .single();
    }

    /// Takes the app's secret into use, if the code is one of it. Gives the recovery codes, which are shown once.
    Optional<List<String>> enrol(PersonId person, byte[] secret, String code) {
        Instant now = clock.instant();
        OptionalLong step = Totp.step(secret, digits(code), now, -1);
        if (step.isEmpty()) return Optional.empty();
        return Optional.of(database.done(() -> {
            sql.sql("""
                            MERGE INTO totp (person, secret, since, last_step, is_sealed) KEY (person)
                            VALUES (:person, :secret, :now, :step, TRUE)""")
                    .param("person", person.number())
                    .param("secret", database.seal().seal(secret, place(person)))
                    .param("now", Columns.utc(now))
                    .param("step", step.getAsLong())
                    .update();
            return newRecoveryCodes(person);
        }));
    }

    /// Ten new codes in place of all earlier ones.
    List<String> newRecoveryCodes(PersonId person) {
        return database.done(() -> {
            sql.sql("DELETE FROM recovery_code WHERE person = :person")
                    .param("person", person.number())
                    .update();
            List<String> codes = new ArrayList<>();
            while (codes.size() < RECOVERY_CODES) {
                String code = Secrets.base32(Secrets.bytes(10)).toLowerCase(Locale.ROOT);
                sql.sql("INSERT INTO recovery_code (person, hash) VALUES (:person, :hash)")
                        .param("person", person.number())
                        .param("hash", Secrets.hash(code))
                        .update();
                codes.add(code.replaceAll("(.{4})(?=.)", "$1-"));
            }
            return List.copyOf(codes);
        });
    }

    /// Takes a code, of the app or a recovery code. Empty if it is wrong or was taken before.
    Optional<Match> take(PersonId person, String code) {
        Optional<App> app = app(person);
        if (app.isEmpty()) return Optional.empty();
        byte[] secret = database.seal().open(HexFormat.of().parseHex(app.get().sealedInHex), place(person));
        OptionalLong step = Totp.step(secret, digits(code), clock.instant(), app.get().lastStep);
        if (step.isPresent()) return takeStep(person, step.getAsLong()) ? Optional.of(Match.APP) : Optional.empty();
        return takeRecoveryCode(person, code) ? Optional.of(Match.RECOVERY_CODE) : Optional.empty();
    }

    // Of two who come with the same code at once, one gets in.
    private boolean takeStep(PersonId person, long step) {
        return database.done(() -> sql.sql("""
                                UPDATE totp SET last_step = :step WHERE person = :person AND last_step < :step""")
                        .param("person", person.number())
                        .param("step", step)
                        .update())
                == 1;
    }

    private boolean takeRecoveryCode(PersonId person, String code) {
        String plain = code.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "");
        return database.done(() -> sql.sql("""
                                UPDATE recovery_code SET used_at = :now
                                WHERE person = :person AND hash = :hash AND used_at IS NULL""")
                        .param("now", Columns.utc(clock.instant()))
                        .param("person", person.number())
                        .param("hash", Secrets.hash(plain))
                        .update())
                == 1;
    }

    private Optional<App> app(PersonId person) {
        return sql.sql("SELECT secret, last_step FROM totp WHERE person = :person")
                .param("person", person.number())
                .query((row, number) ->
                        new App(HexFormat.of().formatHex(row.getBytes("secret")), row.getLong("last_step")))
                .optional();
    }

    private static String place(PersonId person) {
        return "totp.secret of person " + person.number();
    }

    private static String digits(String code) {
        return code.replaceAll("\\s", "");
    }
}
