package org.muniment.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniment.access.Network;
import org.muniment.access.Role;
import org.muniment.alarm.Alarm;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;
import org.muniment.audit.AuditTrail;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/// Guessing is slowed without keeping the person out whose account is guessed at.
@SpringBootTest(
        classes = {SignInTest.Opened.class, PatienceTest.WithAudit.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "patience=true")
class PatienceTest {
    private static final String PASSWORD = "seven gulls over the harbor";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final int port;
    private final People people;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final WorkflowDatabase database;
    private final Alarms alarms;
    private final AuditTrail trail;
    private final byte[] secret = Secrets.bytes(Totp.SECRET_SIZE_BYTES);
    private Person mara;

    PatienceTest(
            @LocalServerPort int port,
            @Autowired People people,
            @Autowired Passwords passwords,
            @Autowired SecondFactors factors,
            @Autowired WorkflowDatabase database,
            @Autowired Alarms alarms,
            @Autowired AuditTrail trail) {
        this.port = port;
        this.people = people;
        this.passwords = passwords;
        this.factors = factors;
        this.database = database;
        this.alarms = alarms;
        this.trail = trail;
    }

    @BeforeEach
    void somebody() {
        tick(Duration.ofHours(25));
        mara = people.add("Mara Okafor", "mara" + NUMBER.incrementAndGet() + "@city.example");
        people.giveRole(mara.id(), Role.RECORDS_OFFICER);
        passwords.set(mara, PASSWORD);
        factors.enrol(mara.id(), secret, Totp.code(secret, SignInTest.NOW.get()));
        tick(Duration.ofMinutes(2));
    }

    @Test
    void whoGuessesElsewhereKeepsNobodyOutOfTheirOwnNetwork() {
        guessUntilLocked("127.0.66.1");
        assertThat(signIn(new Browser(port, "127.0.66.200")))
                .as("the guesser's neighbours")
                .isEqualTo(429);
        assertThat(signIn(new Browser(port, "127.0.9.1"))).as("everybody else").isEqualTo(200);
    }

    @Test
    void whoSignedInHereBeforeIsNotKeptWaitingByOthersFailures() {
        Browser known = new Browser(port, "127.0.66.9");
        signIn(known);
        assertThat(known.code(Totp.code(secret, SignInTest.NOW.get())).status()).isEqualTo(200);
        guessUntilLocked("127.0.66.1");
        assertThat(signIn(new Browser(port, "127.0.66.9"))).isEqualTo(429);
        assertThat(signIn(known)).isEqualTo(200);
    }

    @Test
    void aKnownBrowserThatIsStolenGuessesNoFasterThanAnother() {
        Browser known = new Browser(port);
        signIn(known);
        known.code(Totp.code(secret, SignInTest.NOW.get()));
        int looked = 0;
        for (int guess = 0; guess < 40; guess++)
            if (known.signIn(mara.email(), "guess " + guess).status() == 422) looked++;
        assertThat(looked).isLessThanOrEqualTo(SignInLimits.FAILURES_FREE + 1);
    }

    @Test
    void guessersInManyNetworksAreSlowedTogether() {
        int looked = 0;
        for (int guess = 0; guess < 400; guess++) {
            Browser guesser = new Browser(port, "127.7." + guess % 200 + ".1");
            if (guesser.signIn(mara.email(), "guess " + guess).status() == 422) looked++;
            tick(Duration.ofSeconds(70));
        }
        assertThat(looked).as("in nearly eight hours").isLessThan(140);
    }

    @Test
    void aRestartForgetsNoFailure() {
        SignInLimits before = SignInLimits.strict(database, SignInTest.NOW::get);
        String tried = "password of " + mara.email() + " of a test";
        for (int failure = 0; failure < SignInLimits.FAILURES_UNTIL_LOCKOUT; failure++) before.failed(tried);
        SignInLimits after = SignInLimits.strict(database, SignInTest.NOW::get);
        assertThatThrownBy(() -> after.attempt(tried)).isInstanceOf(TooManyAttempts.class);
        tick(SignInLimits.LOCKOUT);
        assertThat(after.attempt(tried)).as("locked again by one more failure").isTrue();
        assertThat(database.sql()
                        .sql("SELECT * FROM sign_in_failure")
                        .query()
                        .listOfRows()
                        .toString())
                .doesNotContain("mara");
    }

    @Test
    void aLockRaisesAnAlarmAndIsWrittenDown() throws Exception {
        guessUntilLocked("127.0.66.1");
        assertThat(alarms.standing())
                .filteredOn(alarm -> alarm.kind() == AlarmKind.SIGN_IN_GUESSED)
                .extracting(Alarm::sentence)
                .anyMatch(sentence -> sentence.contains(mara.email()));
        assertThat(entries("LOCKED_OUT")).anyMatch(what -> what.contains(mara.email()));
    }

    @Test
    void aRequestFromAnotherPageIsRefusedAndWrittenDownAsThePersons() throws Exception {
        Browser browser = new Browser(port);
        signIn(browser);
        browser.code(Totp.code(secret, SignInTest.NOW.get()));
        assertThat(browser.ask("POST", "/api/session/lock", "", "X-CSRF-Token", "stolen")
                        .status())
                .isEqualTo(403);
        assertThat(browser.state()).isEqualTo("SIGNED_IN");
        assertThat(entries("REFUSED")).anyMatch(what -> what.contains("POST /api/session/lock"));
        assertThat(entries("REFUSED")).noneMatch(what -> what.contains("stolen"));
    }

    @Test
    void neighboursShareANetworkAndStrangersDoNot() {
        assertThat(Network.of("192.0.2.1")).isEqualTo(Network.of("192.0.2.250")).isNotEqualTo(Network.of("192.0.3.1"));
        assertThat(Network.of("2001:db8:1:2:3::4"))
                .isEqualTo(Network.of("2001:db8:1:2::1"))
                .isNotEqualTo(Network.of("2001:db8:1:3::1"));
        assertThat(Network.ofAsker("192.0.2.1")).isNotEqualTo(Network.ofAsker("192.0.2.2"));
        assertThat(Network.ofAsker("2001:db8:1:2:3::4")).isEqualTo(Network.ofAsker("2001:db8:1:2::1"));
    }

    private void guessUntilLocked(String from) {
        for (int guess = 0; guess < SignInLimits.FAILURES_UNTIL_LOCKOUT; guess++) {
            new Browser(port, from).signIn(mara.email(), "guess " + guess);
            tick(Duration.ofSeconds(65));
        }
        assertThat(signIn(new Browser(port, from))).isEqualTo(429);
    }

    private int signIn(Browser browser) {
        return browser.signIn(mara.email(), PASSWORD).status();
    }

    private List<String> entries(String act) throws Exception {
        trail.rebuildRows();
        return database.sql()
                .sql("SELECT what FROM audit_entry WHERE act = :act")
                .param("act", act)
                .query(String.class)
                .list();
    }

    private static void tick(Duration time) {
        SignInTest.NOW.updateAndGet(now -> now.plus(time));
    }

    @Configuration
    @ComponentScan("org.muniment.audit")
    static class WithAudit {}
}
