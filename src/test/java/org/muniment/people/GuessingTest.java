package org.muniment.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniment.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Guessing passwords and codes is stopped, and tells nothing. The clock stands still unless a test moves it: the
/// fastest guesser there can be.
@SpringBootTest(
        classes = SignInTest.Opened.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "guessing=true")
class GuessingTest {
    private static final String PASSWORD = "seven gulls over the harbor";
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Duration UNTIL_FORGOTTEN = Duration.ofHours(25);

    private final int port;
    private final People people;
    private final Passwords passwords;
    private final SecondFactors factors;
    private Person theo;
    private final byte[] secret = Secrets.bytes(Totp.SECRET_SIZE_BYTES);

    GuessingTest(
            @LocalServerPort int port,
            @Autowired People people,
            @Autowired Passwords passwords,
            @Autowired SecondFactors factors) {
        this.port = port;
        this.people = people;
        this.passwords = passwords;
        this.factors = factors;
    }

    @BeforeEach
    void somebody() {
        tick(UNTIL_FORGOTTEN);
        theo = people.add("Theo Lindqvist", "theo" + NUMBER.incrementAndGet() + "@city.example");
        people.giveRole(theo.id(), Role.COUNSEL);
        passwords.set(theo, PASSWORD);
        factors.enrol(theo.id(), secret, Totp.code(secret, SignInTest.NOW.get()));
        tick(Duration.ofMinutes(2));
    }

    @Test
    void guessingOnePersonsPasswordForADayLooksAtFewGuesses() {
        int looked = 0;
        for (int guess = 0; guess < 24 * 60; guess += 5) {
            if (new Browser(port).signIn(theo.email(), "guess " + guess).status() != 429) looked++;
            tick(Duration.ofMinutes(5));
        }
        assertThat(looked).isLessThan(120);
        tick(Duration.ofMinutes(15));
        new Browser(port).signIn(theo.email(), "one guess more");
        assertThat(new Browser(port).signIn(theo.email(), PASSWORD).status())
                .as("not even the right one, for a while")
                .isEqualTo(429);
    }

    @Test
    void guessingAtManyPeopleFromOneAddressIsStoppedForTheAddress() {
        int looked = 0;
        for (int person = 0; person < 40; person++) {
            if (new Browser(port)
                            .signIn("person" + person + "@city.example", "Winter2026!!")
                            .status()
                    != 429) looked++;
        }
        assertThat(looked).isLessThan(30);
    }

    @Test
    void guessingCodesIsStoppedThoughThePasswordIsRightEachTime() {
        int wrong = 0;
        for (int guess = 0; guess < 60 && wrong < SignInLimits.FAILURES_UNTIL_LOCKOUT; guess++) {
            Browser guesser = new Browser(port);
            guesser.signIn(theo.email(), PASSWORD);
            if (guesser.code("%06d".formatted(guess)).status() == 422) wrong++;
            tick(Duration.ofSeconds(61));
        }
        assertThat(wrong).isEqualTo(SignInLimits.FAILURES_UNTIL_LOCKOUT);
        Browser browser = new Browser(port);
        browser.signIn(theo.email(), PASSWORD);
        assertThat(browser.code(Totp.code(secret, SignInTest.NOW.get())).status())
                .isEqualTo(429);
        tick(Duration.ofMinutes(16));
        browser.signIn(theo.email(), PASSWORD);
        assertThat(browser.code(Totp.code(secret, SignInTest.NOW.get())).status())
                .isEqualTo(200);
    }

    @Test
    void guessingRecoveryCodesIsStoppedWithTheSamePatience() {
        Browser browser = new Browser(port);
        browser.signIn(theo.email(), PASSWORD);
        List<Integer> answers = new ArrayList<>();
        for (int guess = 0; guess < 6; guess++)
            answers.add(
                    browser.code("aaaa-bbbb-cccc-ddd" + (char) ('a' + guess)).status());
        assertThat(answers).contains(429);
        assertThat(answers.getLast()).isEqualTo(429);
    }

    @Test
    void noPauseTellsWhetherAnAccountExists() {
        long known = medianMillis(theo.email());
        tick(UNTIL_FORGOTTEN);
        long unknown = medianMillis("nobody" + NUMBER.get() + "@city.example");
        assertThat(unknown).isBetween(known / 4, known * 4 + 50);
    }

    @Test
    void anUnknownTokenOfTheSessionIsNobodys() {
        Browser browser = new Browser(port);
        for (int guess = 0; guess < 20; guess++) {
            String cookie = "muniment-session=" + Secrets.token();
            assertThat(browser.get("/api/desk/mail", "Cookie", cookie).status()).isEqualTo(401);
        }
    }

    @Test
    void aBurstFromOneAddressIsLookedAtAsSlowlyAsOneAfterTheOther() throws Exception {
        int guessers = 60;
        List<Callable<Integer>> burst = new ArrayList<>();
        for (int guesser = 0; guesser < guessers; guesser++) {
            Browser browser = new Browser(port, "127.0.77.1");
            String email = "sprayed" + guesser + "@city.example";
            browser.get("/api/session");
            burst.add(() -> browser.signIn(email, "Winter2026!!").status());
        }
        int looked = 0;
        try (ExecutorService atOnce = Executors.newFixedThreadPool(guessers)) {
            for (Future<Integer> answer : atOnce.invokeAll(burst)) if (answer.get() == 422) looked++;
        }
        assertThat(looked).isLessThanOrEqualTo(SignInLimits.FAILURES_FREE * 10 + 1);
    }

    private long medianMillis(String email) {
        List<Long> took = new ArrayList<>();
        for (int attempt = 0; attempt < 5; attempt++) {
            Browser browser = new Browser(port);
            browser.get("/api/session");
            long start = System.nanoTime();
            assertThat(browser.signIn(email, "not this one either").status()).isEqualTo(422);
            took.add(Duration.ofNanos(System.nanoTime() - start).toMillis());
            tick(Duration.ofMinutes(2));
        }
        return took.stream().sorted().toList().get(2);
    }

    private static void tick(Duration time) {
        SignInTest.NOW.updateAndGet(now -> now.plus(time));
    }
}
