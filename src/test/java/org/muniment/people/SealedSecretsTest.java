package org.muniment.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import javax.crypto.spec.SecretKeySpec;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.workflow.SealIsBroken;
import org.muniment.workflow.WorkflowDatabase;

class SealedSecretsTest {
    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");
    private static final InstantSource CLOCK = () -> NOW;
    private static final byte[] SECRET = "twenty secret bytes!".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private WorkflowDatabase database;

    @BeforeEach
    void open() {
        database = open(1);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whoCopiesTheDatabaseGetsNoCodes() {
        Person ana = new People(database, CLOCK).add("Ana Rivera", "ana@city.example");
        SecondFactors factors = new SecondFactors(database, CLOCK);
        assertThat(factors.enrol(ana.id(), SECRET, Totp.code(SECRET, NOW))).isPresent();
        assertThat(stored()).doesNotContain("twenty");
        assertThat(factors.take(ana.id(), Totp.code(SECRET, NOW.plusSeconds(30))))
                .contains(SecondFactors.Match.APP);
        database.close();
        database = open(2);
        SecondFactors elsewhere = new SecondFactors(database, CLOCK);
        assertThatThrownBy(() -> elsewhere.take(ana.id(), "123456")).isInstanceOf(SealIsBroken.class);
    }

    @Test
    void aSecretMovedToAnotherPersonOpensNothing() {
        People people = new People(database, CLOCK);
        Person ana = people.add("Ana Rivera", "ana@city.example");
        Person eve = people.add("Eve Adams", "eve@city.example");
        SecondFactors factors = new SecondFactors(database, CLOCK);
        byte[] eves = Secrets.bytes(Totp.SECRET_SIZE_BYTES);
        factors.enrol(ana.id(), SECRET, Totp.code(SECRET, NOW));
        factors.enrol(eve.id(), eves, Totp.code(eves, NOW));
        database.sql()
                .sql("UPDATE totp SET secret = (SELECT secret FROM totp WHERE person = :eve), last_step = 0"
                        + " WHERE person = :ana")
                .param("eve", eve.id().number())
                .param("ana", ana.id().number())
                .update();
        assertThatThrownBy(() -> factors.take(ana.id(), Totp.code(eves, NOW))).isInstanceOf(SealIsBroken.class);
    }

    @Test
    void secretsOfEarlierVersionsAreSealedAtTheNextStartAndGoOnWorking() {
        Flyway.configure(People.class.getClassLoader())
                .dataSource(database.source())
                .locations("classpath:org/muniment/people")
                .table("history_people")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .target("2")
                .load()
                .migrate();
        database.sql()
                .sql("INSERT INTO person (name, email, made_at) VALUES ('Ana', 'ana@city.example', :now)")
                .param("now", Columns.utc(NOW))
                .update();
        database.sql()
                .sql("INSERT INTO totp SELECT id, :secret, :now, 0 FROM person")
                .param("secret", SECRET)
                .param("now", Columns.utc(NOW))
                .update();
        assertThat(stored()).contains("twenty");
        Person ana = new People(database, CLOCK).byEmail("ana@city.example").orElseThrow();
        SecondFactors factors = new SecondFactors(database, CLOCK);
        assertThat(stored()).doesNotContain("twenty");
        assertThat(factors.take(ana.id(), Totp.code(SECRET, NOW))).contains(SecondFactors.Match.APP);
    }

    private WorkflowDatabase open(int key) {
        byte[] bytes = new byte[32];
        bytes[0] = (byte) key;
        return WorkflowDatabase.in(folder.resolve("workflow")).sealedBy(new SecretKeySpec(bytes, "AES"));
    }

    private String stored() {
        return database.sql().sql("SELECT secret FROM totp").query(byte[].class).list().stream()
                .map(bytes -> new String(bytes, StandardCharsets.ISO_8859_1))
                .toList()
                .toString();
    }
}
