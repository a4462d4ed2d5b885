package org.muniment.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.muniment.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Nobody takes the archive away from the others by asking too fast.
@SpringBootTest(
        classes = SignInTest.Opened.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"muniment.requests.burst=60", "muniment.requests.per-second=1"})
class RequestLimitTest {
    private static final String PASSWORD = "seven gulls over the harbor";

    private final int port;
    private final People people;
    private final Passwords passwords;
    private final SecondFactors factors;

    RequestLimitTest(
            @LocalServerPort int port,
            @Autowired People people,
            @Autowired Passwords passwords,
            @Autowired SecondFactors factors) {
        this.port = port;
        this.people = people;
        this.passwords = passwords;
        this.factors = factors;
    }

    @Test
    void whoAsksTooFastIsToldToWaitAndNobodyElseIs() {
        Browser hasty = signedIn("Hasty Hanna", "hanna@city.example");
        Browser calm = signedIn("Calm Carl", "carl@city.example");

        Browser.Answer refused = untilRefused(hasty);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text("type")).isEqualTo("urn:muniment:problem:too-many-requests");
        assertThat(refused.text("detail")).contains("wait").contains("seconds");
        assertThat(refused.whole().headers().firstValueAsLong("Retry-After").orElse(0))
                .isPositive();
        assertThat(calm.get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void aLongPageOfResultsCostsAsMuchAsItsMessages() {
        Browser greedy = signedIn("Greedy Greta", "greta@city.example");
        assertThat(greedy.get("/api/search?q=budget&limit=1000").status()).isNotEqualTo(429);
        assertThat(greedy.get("/api/search?q=budget&limit=1000").status()).isEqualTo(429);
    }

    @Test
    void whoTriesTokensThatDoNotWorkIsToldToWait() {
        Browser guesser = new Browser(port);
        for (int guess = 0; guess < 1_000; guess++) {
            int status = guesser.get("/api/search", "Authorization", "Bearer mun_" + guess)
                    .status();
            if (status == 429) return;
            assertThat(status).isEqualTo(401);
        }
        throw new AssertionError("1,000 tokens were tried");
    }

    @Test
    void aPageIsNeverRefusedForHaste() {
        Browser hasty = signedIn("Hasty Hugo", "hugo@city.example");
        untilRefused(hasty);
        assertThat(hasty.get("/search").status()).isNotEqualTo(429);
    }

    private Browser signedIn(String name, String email) {
        Person person = people.add(name, email);
        people.giveRole(person.id(), Role.ADMINISTRATOR);
        passwords.set(person, PASSWORD);
        byte[] secret = Secrets.bytes(Totp.SECRET_SIZE_BYTES);
        SignInTest.NOW.updateAndGet(now -> now.plus(Duration.ofMinutes(2)));
        factors.enrol(person.id(), secret, Totp.code(secret, SignInTest.NOW.get()));
        SignInTest.NOW.updateAndGet(now -> now.plus(Duration.ofMinutes(2)));
        Browser browser = new Browser(port);
        browser.signIn(email, PASSWORD);
        browser.code(Totp.code(secret, SignInTest.NOW.get()));
        assertThat(browser.state()).isEqualTo("SIGNED_IN");
        return browser;
    }

    private static Browser.Answer untilRefused(Browser browser) {
        for (int request = 0; request < 5_000; request++) {
            Browser.Answer answer = browser.get("/api/me");
            if (answer.status() == 429) return answer;
        }
        throw new AssertionError("5,000 requests were answered");
    }
}
