package org.muniment.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniment.access.Allowed;
import org.muniment.access.Reader;
import org.muniment.access.Role;
import org.muniment.alarm.Alarms;
import org.muniment.archive.ArchiveSettings;
import org.muniment.audit.AuditTrail;
import org.muniment.settings.CitySettings;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.JsonNode;

@SpringBootTest(classes = SignInTest.Opened.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SignInTest {
    private static final String PASSWORD = "seven gulls over the harbor";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    static final AtomicReference<Instant> NOW = new AtomicReference<>(Instant.parse("2026-11-23T14:00:00Z"));

    private final int port;
    private final People people;
    private final Passwords passwords;
    private final SetUp setUp;
    private final Browser browser;
    private Person ana;
    private byte[] secret;

    SignInTest(
            @LocalServerPort int port,
            @Autowired People people,
            @Autowired Passwords passwords,
            @Autowired SetUp setUp) {
        this.port = port;
        this.people = people;
        this.passwords = passwords;
        this.setUp = setUp;
        this.browser = new Browser(port);
    }

    @BeforeEach
    void somebody() {
        ana = people.add("Ana Rivera", "ana" + NUMBER.incrementAndGet() + "@city.example");
        people.giveRole(ana.id(), Role.RECORDS_OFFICER);
        passwords.set(ana, PASSWORD);
        tick(Duration.ofMinutes(2));
    }

    @Test
    void nobodyGetsInWithoutPasswordAndCode() {
        assertThat(browser.get("/api/desk/mail").text("type")).isEqualTo("urn:muniment:problem:sign-in-needed");
        assertThat(browser.signIn(ana.email(), PASSWORD).text("state")).isEqualTo("ENROL_SECOND_FACTOR");
        assertThat(browser.get("/api/desk/mail").status()).isEqualTo(401);
        enrol();
        assertThat(browser.get("/api/desk/mail").text("type")).isEqualTo("urn:muniment:problem:purpose-needed");
        browser.ask("PUT", "/api/session/purpose", "{\"kind\": \"MATTER\", \"reference\": \" 2026-CV-104 \"}");
        assertThat(browser.get("/api/desk/mail").whole().body()).isEqualTo("2026-CV-104");
        JsonNode session = browser.get("/api/session").body();
        assertThat(session.path("recentPurposes").size()).isEqualTo(1);
        assertThat(session.path("person").path("roles").toString()).isEqualTo("[\"RECORDS_OFFICER\"]");
    }

    @Test
    void aCodeIsTakenOnceAndSoIsARecoveryCode() {
        List<String> recovery = signedInOnce();
        String code = Totp.code(secret, NOW.get());
        Browser second = new Browser(port);
        assertThat(second.signIn(ana.email(), PASSWORD).text("state")).isEqualTo("SECOND_FACTOR");
        assertThat(second.code(code).status()).as("the code of the enrolment").isEqualTo(422);
        tick(Duration.ofSeconds(30));
        assertThat(second.code(Totp.code(secret, NOW.get())).text("state")).isEqualTo("SIGNED_IN");
        for (int status : new int[] {200, 422}) {
            Browser third = new Browser(port);
            third.signIn(ana.email(), PASSWORD);
            assertThat(third.code(recovery.getFirst().toUpperCase(java.util.Locale.ROOT))
                            .status())
                    .isEqualTo(status);
        }
    }

    @Test
    void theCookieChangesItsValueWithEveryStepUp() {
        browser.signIn(ana.email(), PASSWORD);
        String halfway = browser.sessionCookie();
        enrol();
        assertThat(browser.sessionCookie()).isNotEqualTo(halfway).hasSizeGreaterThanOrEqualTo(32);
    }

    @Test
    void theCookieIsKeptFromScriptsAndOtherSites() {
        List<String> set =
                browser.signIn(ana.email(), PASSWORD).whole().headers().allValues("Set-Cookie");
        assertThat(set)
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("muniment-session=")
                        .containsIgnoringCase("HttpOnly")
                        .containsIgnoringCase("SameSite=Strict"));
    }

    @Test
    void whatChangesAnythingNeedsThePagesToken() {
        signedInOnce();
        for (String token : new String[] {"wrong", ""}) {
            assertThat(browser.ask("POST", "/api/session/lock", "", "X-CSRF-Token", token)
                            .text("type"))
                    .isEqualTo("urn:muniment:problem:csrf-token-is-wrong");
        }
        assertThat(browser.state()).isEqualTo("SIGNED_IN");
    }

    @Test
    void anIdleSessionIsLockedAndThePasswordUnlocksIt() {
        signedInOnce();
        tick(Duration.ofMinutes(14));
        assertThat(browser.state()).isEqualTo("SIGNED_IN");
        tick(Duration.ofMinutes(2));
        assertThat(browser.state())
                .as("a background request keeps nobody awake")
                .isEqualTo("LOCKED");
        assertThat(browser.get("/api/desk/mail").status()).isEqualTo(401);
        assertThat(browser.ask("POST", "/api/session/unlock", "{\"password\": \"wrong\"}")
                        .status())
                .isEqualTo(422);
        assertThat(browser.ask("POST", "/api/session/unlock", "{\"password\": \"" + PASSWORD + "\"}")
                        .text("state"))
                .isEqualTo("SIGNED_IN");
    }

    @Test
    void aSessionEndsAfterTwelveHoursHoweverBusy() {
        signedInOnce();
        for (int quarter = 0; quarter < 4 * 12; quarter++) {
            assertThat(browser.get("/api/session").text("state")).isEqualTo("SIGNED_IN");
            tick(Duration.ofMinutes(15));
        }
        tick(Duration.ofSeconds(1));
        assertThat(browser.state()).isEqualTo("SIGNED_OUT");
    }

    @Test
    void signingOutEverywhereEndsTheOtherBrowserToo() {
        signedInOnce();
        Browser other = new Browser(port);
        other.signIn(ana.email(), PASSWORD);
        tick(Duration.ofSeconds(30));
        assertThat(other.code(Totp.code(secret, NOW.get())).text("state")).isEqualTo("SIGNED_IN");
        assertThat(browser.ask("DELETE", "/api/session/everywhere", "").text("state"))
                .isEqualTo("SIGNED_OUT");
        assertThat(other.state()).isEqualTo("SIGNED_OUT");
    }

    @Test
    void whoIsDisabledIsOutAtOnce() {
        signedInOnce();
        people.disable(ana.id());
        assertThat(browser.state()).isEqualTo("SIGNED_OUT");
        assertThat(browser.signIn(ana.email(), PASSWORD).status()).isEqualTo(422);
    }

    @Test
    void guessingGetsSlowerAndThenStopsForPeopleAndForNobodyAlike() {
        String[] accounts = {ana.email(), "nobody" + NUMBER.get() + "@city.example"};
        List<List<String>> said = new ArrayList<>();
        for (String account : accounts) {
            List<String> answers = new ArrayList<>();
            for (int guess = 0; guess < 12; guess++) {
                Browser.Answer answer = browser.signIn(account, "wrong password " + guess);
                answers.add(answer.status() + " " + answer.text("detail")
                        + answer.whole().headers().firstValue("Retry-After").orElse(""));
                tick(Duration.ofSeconds(guess % 2 == 0 ? 1 : 65));
            }
            said.add(answers);
        }
        assertThat(said.get(0)).isEqualTo(said.get(1)).anyMatch(answer -> answer.startsWith("429"));
        assertThat(browser.signIn(ana.email(), PASSWORD).status())
                .as("even the right password is not looked at")
                .isIn(429, 200);
    }

    @Test
    void aFolderWithPeopleCannotBeSetUpAgain() {
        assertThat(setUp.freshLink()).isEmpty();
        browser.get("/api/session");
        Browser.Answer answer = browser.ask("POST", "/api/set-up", """
                {"secret": "x", "name": "Eve", "email": "eve@city.example", "password": "%s"}""".formatted(PASSWORD));
        assertThat(answer.status()).isEqualTo(404);
    }

    private List<String> signedInOnce() {
        browser.signIn(ana.email(), PASSWORD);
        return enrol();
    }

    private List<String> enrol() {
        Browser.Answer begun = browser.ask("POST", "/api/session/enrolment", "");
        secret = Base32.bytes(begun.text("key"));
        assertThat(begun.text("qrPath")).startsWith("M0 0h1v1h-1z");
        Browser.Answer done =
                browser.ask("PUT", "/api/session/enrolment", "{\"code\": \"" + Totp.code(secret, NOW.get()) + "\"}");
        assertThat(browser.get("/api/session").text("state")).isEqualTo("SIGNED_IN");
        List<String> codes = new ArrayList<>();
        done.body().path("codes").forEach(code -> codes.add(code.asString()));
        assertThat(codes).hasSize(SecondFactors.RECOVERY_CODES).doesNotHaveDuplicates();
        return codes;
    }

    private static void tick(Duration time) {
        NOW.updateAndGet(now -> now.plus(time));
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {"org.muniment.access", "org.muniment.people", "org.muniment.web"},
            excludeFilters = @ComponentScan.Filter(SpringBootConfiguration.class))
    @Import(Desk.class)
    static class Opened {
        private final Path folder;

        Opened() throws IOException {
            folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/sign-in-test")), "data");
        }

        @Bean(destroyMethod = "close")
        WorkflowDatabase workflow() {
            return WorkflowDatabase.in(folder.resolve("workflow")).sealedBy(new SecretKeySpec(new byte[32], "AES"));
        }

        @Bean
        CitySettings settings(WorkflowDatabase workflow) {
            return CitySettings.in(workflow);
        }

        @Bean
        InstantSource clock() {
            return NOW::get;
        }

        @Bean
        ZoneId zone() {
            return ZoneId.of("America/Chicago");
        }

        @Bean(destroyMethod = "close")
        Alarms alarms(WorkflowDatabase workflow) {
            return Alarms.in(workflow, NOW::get);
        }

        @Bean(destroyMethod = "close")
        AuditTrail trail(WorkflowDatabase workflow, Alarms alarms) {
            return AuditTrail.in(
                    folder.resolve("audit"),
                    ArchiveSettings.standard().withPassphraseFile(folder.resolve("passphrase")),
                    workflow,
                    alarms,
                    NOW::get);
        }
    }

    @Controller
    @ResponseBody
    static class Desk {
        @GetMapping("/api/desk/mail")
        @Allowed({Role.RECORDS_OFFICER, Role.COUNSEL})
        String mail(Reader reader) {
            return reader.purpose().reference();
        }
    }
}
