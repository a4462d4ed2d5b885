package org.muniment.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniment.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/// What people do with their own account, over HTTP.
@SpringBootTest(classes = SignInTest.Opened.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class MyAccountTest {
    private static final String PASSWORD = "seven gulls over the harbor";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final int port;
    private final People people;
    private final Passwords passwords;
    private final PersonalTokens tokens;
    private final Browser browser;
    private final Person ana;
    private byte[] secret = {};

    MyAccountTest(
            @LocalServerPort int port,
            @Autowired People people,
            @Autowired Passwords passwords,
            @Autowired PersonalTokens tokens) {
        this.tokens = tokens;
        this.port = port;
        this.people = people;
        this.passwords = passwords;
        this.browser = new Browser(port);
        this.ana = somebody();
    }

    @BeforeEach
    void signedIn() {
        tick();
        secret = browser.signInAndEnrol(ana.email(), PASSWORD, SignInTest.NOW.get());
        assertThat(browser.state()).isEqualTo("SIGNED_IN");
    }

    @Test
    void everyBrowserIsListedAndAnyOfThemCanBeEnded() {
        Browser other = elsewhere();
        JsonNode sessions = browser.get("/api/me/sessions").body();
        assertThat(sessions.size()).isEqualTo(2);
        assertThat(sessions.path(0).path("isThis").asBoolean()).isTrue();
        assertThat(sessions.path(0).path("from").asString()).isEqualTo("127.0.0.1");
        String id = sessions.path(1).path("id").asString();
        assertThat(browser.ask("DELETE", "/api/me/sessions/" + id, "").status()).isEqualTo(204);
        assertThat(other.state()).isEqualTo("SIGNED_OUT");
        assertThat(browser.state()).isEqualTo("SIGNED_IN");
        assertThat(browser.get("/api/me/sessions").body().size()).isEqualTo(1);
    }

    @Test
    void whoSignedOutIsListedNoMore() {
        Browser other = elsewhere();
        other.ask("DELETE", "/api/session", "");
        assertThat(browser.get("/api/me/sessions").body().size()).isEqualTo(1);
    }

    @Test
    void anothersSessionIsNotThere() {
        String mine = browser.get("/api/me/sessions").body().path(0).path("id").asString();
        Browser stranger = new Browser(port);
        stranger.signInAndEnrol(somebody().email(), PASSWORD, SignInTest.NOW.get());
        assertThat(stranger.ask("DELETE", "/api/me/sessions/" + mine, "").status())
                .isEqualTo(404);
        assertThat(browser.state()).isEqualTo("SIGNED_IN");
    }

    @Test
    void anotherAppTakesThePlaceOfTheOldOneOnceItsCodeIsRight() {
        Browser other = elsewhere();
        byte[] fresh = Base32.bytes(begin(PASSWORD).text("key"));
        assertThat(finish("000000").status()).isEqualTo(422);
        assertThat(other.state()).as("the old app works on").isEqualTo("SIGNED_IN");
        Browser.Answer done = finish(Totp.code(fresh, SignInTest.NOW.get()));
        assertThat(done.body().path("codes").size()).isEqualTo(SecondFactors.RECOVERY_CODES);
        assertThat(browser.state()).isEqualTo("SIGNED_IN");
        assertThat(other.state()).isEqualTo("SIGNED_OUT");
        tick();
        Browser next = new Browser(port);
        next.signIn(ana.email(), PASSWORD);
        assertThat(next.code(Totp.code(secret, SignInTest.NOW.get())).status()).isEqualTo(422);
        assertThat(next.code(Totp.code(fresh, SignInTest.NOW.get())).text("state"))
                .isEqualTo("SIGNED_IN");
    }

    @Test
    void anotherAppNeedsThePassword() {
        assertThat(begin("wrong password of somebody").status()).isEqualTo(422);
        assertThat(finish("000000").text("type")).isEqualTo("urn:muniment:problem:password-is-asked-first");
    }

    @Test
    void aFinishedChangeIsNotFinishedTwice() {
        byte[] fresh = Base32.bytes(begin(PASSWORD).text("key"));
        finish(Totp.code(fresh, SignInTest.NOW.get()));
        assertThat(finish(Totp.code(fresh, SignInTest.NOW.get())).status()).isEqualTo(409);
    }

    private Browser.Answer begin(String password) {
        return browser.ask("POST", "/api/me/second-factor", "{\"password\": \"" + password + "\"}");
    }

    private Browser.Answer finish(String code) {
        return browser.ask("PUT", "/api/me/second-factor", "{\"code\": \"" + code + "\"}");
    }

    @Test
    void aTokenIsMadeWithThePasswordAndEndsWithIt() {
        people.giveRole(ana.id(), Role.ADMINISTRATOR);
        assertThat(token("").status()).isEqualTo(422);
        assertThat(token("\"password\": \"not the password\",").status()).isEqualTo(422);
        assertThat(token(right()).status()).isEqualTo(201);
        String wanted = "a dozen otters in the canal";
        assertThat(browser.ask(
                                "POST",
                                "/api/me/password",
                                "{\"current\": \"%s\", \"wanted\": \"%s\"}".formatted(PASSWORD, wanted))
                        .status())
                .isEqualTo(204);
        assertThat(workingTokens()).isZero();
    }

    @Test
    void whoSignsOutEverywhereTakesTheirTokensAlong() {
        people.giveRole(ana.id(), Role.ADMINISTRATOR);
        assertThat(token(right()).status()).isEqualTo(201);
        assertThat(workingTokens()).isOne();
        assertThat(browser.ask("DELETE", "/api/session/everywhere", "").status())
                .isEqualTo(200);
        assertThat(workingTokens()).isZero();
    }

    private static String right() {
        return "\"password\": \"" + PASSWORD + "\",";
    }

    private Browser.Answer token(String password) {
        String lastDay = LocalDate.ofInstant(SignInTest.NOW.get(), ZoneOffset.UTC)
                .plusDays(9)
                .toString();
        return browser.ask("POST", "/api/me/tokens", """
                {%s "name": "a list", "scopes": ["admin"], "endsOn": "%s"}""".formatted(password, lastDay));
    }

    private long workingTokens() {
        return tokens.of(ana.id()).stream()
                .filter(token -> token.revokedAt().isEmpty())
                .count();
    }

    private Browser elsewhere() {
        tick();
        Browser other = new Browser(port);
        other.signIn(ana.email(), PASSWORD);
        assertThat(other.code(Totp.code(secret, SignInTest.NOW.get())).text("state"))
                .isEqualTo("SIGNED_IN");
        tick();
        return other;
    }

    private Person somebody() {
        Person person = people.add("Ana Rivera", "account" + NUMBER.incrementAndGet() + "@city.example");
        passwords.set(person, PASSWORD);
        return person;
    }

    private static void tick() {
        SignInTest.NOW.updateAndGet(now -> now.plus(Duration.ofMinutes(1)));
    }
}
