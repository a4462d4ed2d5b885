package org.muniment.passkey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniment.alarm.Alarms;
import org.muniment.archive.ArchiveSettings;
import org.muniment.audit.AuditTrail;
import org.muniment.people.Browser;
import org.muniment.people.Passwords;
import org.muniment.people.People;
import org.muniment.people.Person;
import org.muniment.settings.CitySettings;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A passkey from the account page to the sign-in page, over HTTP.
@SpringBootTest(classes = PasskeyVisitTest.Opened.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PasskeyVisitTest {
    private static final String PASSWORD = "seven gulls over the harbor";
    private static final Instant NOW = Instant.parse("2026-11-23T14:00:00Z");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final int port;
    private final People people;
    private final Passwords passwords;
    private final HandmadeAuthenticator device = new HandmadeAuthenticator();
    private Browser browser;

    PasskeyVisitTest(@LocalServerPort int port, @Autowired People people, @Autowired Passwords passwords)
            throws Exception {
        this.port = port;
        this.people = people;
        this.passwords = passwords;
        device.origin = "http://localhost:" + port;
        device.site = "localhost";
    }

    @BeforeEach
    void somebodyIsSignedIn() {
        browser = somebody();
    }

    @Test
    void aPasskeyIsAddedNamedSignsInAloneAndIsRemoved() throws Exception {
        assertThat(browser.get("/api/session")
                        .body()
                        .path("ways")
                        .path("passkey")
                        .asBoolean())
                .isTrue();
        assertThat(add(browser, "Desk").status()).isEqualTo(204);
        String id = "/api/me/passkeys/" + mine(browser).path("id").asString();
        assertThat(browser.ask("PUT", id, "{\"label\": \" Office \"}").status()).isEqualTo(204);
        assertThat(mine(browser).path("label").asString()).isEqualTo("Office");
        browser.ask("DELETE", "/api/session", "");
        assertThat(signIn(browser).status()).isEqualTo(204);
        assertThat(browser.state()).isEqualTo("SIGNED_IN");
        assertThat(mine(browser).path("lastUsedAt").asString()).isEqualTo(NOW.toString());
        browser.get("/api/session");
        assertThat(browser.ask("DELETE", id, "").status()).isEqualTo(204);
        browser.ask("DELETE", "/api/session", "");
        assertThat(signIn(browser).status()).isEqualTo(422);
        assertThat(browser.state()).isEqualTo("SIGNED_OUT");
    }

    @Test
    void withoutThePasswordNoPasskeyIsAdded() throws Exception {
        assertThat(browser.ask("POST", "/api/me/passkeys/challenge", "{\"password\": \"wrong\"}")
                        .status())
                .isEqualTo(422);
        Browser.Answer asked = browser.ask("POST", "/api/session/passkey/challenge", "");
        assertThat(finish(browser, asked, "Sneaked in").status())
                .as("a challenge for signing in")
                .isEqualTo(422);
        assertThat(browser.get("/api/me/passkeys").body().size()).isZero();
    }

    @Test
    void aChallengeIsAnsweredOnce() throws Exception {
        Browser.Answer asked = challenge(browser);
        assertThat(finish(browser, asked, "Desk").status()).isEqualTo(204);
        assertThat(finish(browser, asked, "Again").status()).isEqualTo(422);
    }

    @Test
    void anothersPasskeyIsNotThere() throws Exception {
        add(browser, "Desk");
        String id = "/api/me/passkeys/" + mine(browser).path("id").asString();
        Browser other = somebody();
        assertThat(other.ask("DELETE", id, "").status()).isEqualTo(404);
        assertThat(other.ask("PUT", id, "{\"label\": \"Mine\"}").status()).isEqualTo(404);
        assertThat(mine(browser).path("label").asString()).isEqualTo("Desk");
    }

    private Browser somebody() {
        Person person = people.add("Ana Rivera", "passkey" + NUMBER.incrementAndGet() + "@city.example");
        passwords.set(person, PASSWORD);
        Browser fresh = new Browser(port);
        fresh.signInAndEnrol(person.email(), PASSWORD, NOW);
        assertThat(fresh.state()).isEqualTo("SIGNED_IN");
        return fresh;
    }

    private Browser.Answer add(Browser at, String label) throws Exception {
        return finish(at, challenge(at), label);
    }

    private static Browser.Answer challenge(Browser at) {
        return at.ask("POST", "/api/me/passkeys/challenge", "{\"password\": \"" + PASSWORD + "\"}");
    }

    private Browser.Answer finish(Browser at, Browser.Answer asked, String label) throws Exception {
        String credential = device.registration(bytes(asked.text("challenge")));
        return at.ask("POST", "/api/me/passkeys", json("label", label, "credential", credential));
    }

    private Browser.Answer signIn(Browser at) throws Exception {
        at.get("/api/session");
        byte[] challenge =
                bytes(at.ask("POST", "/api/session/passkey/challenge", "").text("challenge"));
        device.signCount++;
        return at.ask("POST", "/api/session/passkey", json("credential", device.answer(challenge)));
    }

    private static JsonNode mine(Browser at) {
        return at.get("/api/me/passkeys").body().path(0);
    }

    private static String json(String... namesAndValues) {
        var object = JsonMapper.shared().createObjectNode();
        for (int at = 0; at < namesAndValues.length; at += 2) object.put(namesAndValues[at], namesAndValues[at + 1]);
        return object.toString();
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {"org.muniment.access", "org.muniment.people", "org.muniment.passkey", "org.muniment.web"},
            excludeFilters = @ComponentScan.Filter(SpringBootConfiguration.class))
    static class Opened {
        private final Path folder;

        Opened() throws IOException {
            folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/passkey-test")), "data");
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
            return () -> NOW;
        }

        @Bean
        ZoneId zone() {
            return ZoneId.of("America/Chicago");
        }

        @Bean(destroyMethod = "close")
        Alarms alarms(WorkflowDatabase workflow) {
            return Alarms.in(workflow, () -> NOW);
        }

        @Bean(destroyMethod = "close")
        AuditTrail trail(WorkflowDatabase workflow, Alarms alarms) {
            return AuditTrail.in(
                    folder.resolve("audit"),
                    ArchiveSettings.standard().withPassphraseFile(folder.resolve("passphrase")),
                    workflow,
                    alarms,
                    () -> NOW);
        }
    }
}
