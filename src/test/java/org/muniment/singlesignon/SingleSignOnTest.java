package org.muniment.singlesignon;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.muniment.access.Role;
import org.muniment.audit.AuditTrail;
import org.muniment.people.Browser;
import org.muniment.people.DirectoryIdentities;
import org.muniment.people.People;
import org.muniment.people.Person;
import org.muniment.people.ReadyAccounts;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// From the sign-in page to a real provider and back.
@SpringBootTest(classes = ServedForTests.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SingleSignOnTest {
    private final CityDirectory directory = new CityDirectory();

    private final int port;
    private final CityPeople city;
    private final People people;
    private final ReadyAccounts ready;
    private final DirectoryIdentities identities;
    private final WorkflowDatabase database;
    private final AuditTrail trail;
    private Browser browser;
    private Person ana;

    SingleSignOnTest(
            @LocalServerPort int port,
            @Autowired CityPeople city,
            @Autowired People people,
            @Autowired ReadyAccounts ready,
            @Autowired DirectoryIdentities identities,
            @Autowired WorkflowDatabase database,
            @Autowired AuditTrail trail) {
        this.port = port;
        this.city = city;
        this.people = people;
        this.ready = ready;
        this.identities = identities;
        this.database = database;
        this.trail = trail;
    }

    @BeforeEach
    void somebody() {
        city.useDirectory(directory.issuer());
        browser = new Browser(port);
        ana = city.newcomer("Ana Rivera");
    }

    @AfterEach
    void forgotten() {
        directory.close();
        // Failures of one test must not slow the next down: the patience with an address forgets after a day.
        ServedForTests.AHEAD.updateAndGet(ahead -> ahead.plus(Duration.ofHours(25)));
    }

    @Test
    void whomTheDirectoryVouchesForIsInAndTheTrailSaysHow() throws Exception {
        assertThat(browser.get("/api/session")
                        .body()
                        .path("ways")
                        .path("singleSignOn")
                        .asBoolean())
                .isTrue();
        assertThat(over("ana").status()).isEqualTo(204);
        assertThat(browser.state()).isEqualTo("SIGNED_IN");
        assertThat(audited())
                .anySatisfy(entry -> assertThat(entry).contains("was bound to the subject", "s-ana"))
                .anySatisfy(entry -> assertThat(entry).startsWith("SIGNED_IN").endsWith("over the city’s directory"));
    }

    @Test
    void aBoundSubjectStaysThePersonWhateverItsAddressSaysLater() throws Exception {
        over("bound");
        Person other = city.newcomer("Somebody Else");
        Browser later = new Browser(port);
        directory.vouchesFor("s-bound", other.email(), Map.of());
        CityDirectory.over(later);
        assertThat(later.get("/api/session").body().path("person").path("id").asLong())
                .isEqualTo(ana.id().number());
    }

    @Test
    void anotherSubjectUnderTheSameAddressIsRefused() throws Exception {
        over("first");
        Browser thief = new Browser(port);
        directory.vouchesFor("s-second", ana.email(), Map.of());
        assertThat(CityDirectory.over(thief).status()).isEqualTo(422);
        assertThat(thief.state()).isEqualTo("SIGNED_OUT");
        assertThat(audited()).anySatisfy(entry -> assertThat(entry).contains("is bound to somebody else"));
    }

    @Test
    void anAccountWithASecondFactorGivesItsCodeBeforeItIsBound() throws Exception {
        var account = ready.make("Berta Boyle", CityPeople.freshAddress(), Role.RECORDS_OFFICER);
        directory.vouchesFor("s-berta", account.person().email(), Map.of());
        CityDirectory.over(browser);
        assertThat(browser.state()).isEqualTo("SECOND_FACTOR");
        assertThat(identities.isBound(account.person().id(), directory.issuer()))
                .isFalse();
        browser.get("/api/session");
        browser.code(ReadyAccounts.codeNow(account.appKey(), ServedForTests.CLOCK.instant()));
        assertThat(browser.state()).isEqualTo("SIGNED_IN");
        assertThat(audited())
                .anySatisfy(entry -> assertThat(entry).endsWith("over the city’s directory and a code of the app"));
        Browser again = new Browser(port);
        directory.vouchesFor("s-berta", account.person().email(), Map.of());
        CityDirectory.over(again);
        assertThat(again.state()).isEqualTo("SIGNED_IN");
    }

    @Test
    void withoutTheDirectorysWordForTwoFactorsOrItsAgeACodeIsAskedHere() throws Exception {
        over("careful");
        for (Map<String, Object> less : List.<Map<String, Object>>of(
                Map.of("amr", List.of("pwd")), Map.of("amr", "nothing"), Map.of("auth_time", "nothing"))) {
            Browser next = new Browser(port);
            directory.vouchesFor("s-careful", ana.email(), less);
            CityDirectory.over(next);
            assertThat(next.state()).as(less.toString()).isEqualTo("ENROL_SECOND_FACTOR");
        }
    }

    @Test
    void aProofOlderThanTheLockOfAScreenIsRefused() throws Exception {
        assertThat(CityDirectory.parameters(CityDirectory.departure(browser))).containsEntry("max_age", "900");
        directory.vouchesFor(
                "s-old",
                ana.email(),
                Map.of(
                        "auth_time",
                        ServedForTests.CLOCK.instant().minusSeconds(1_000).getEpochSecond()));
        assertThat(CityDirectory.over(browser).status()).isEqualTo(422);
    }

    @Test
    void anAddressThatTheDirectoryDidNotVerifyIsNobodys() throws Exception {
        directory.vouchesFor("s-unverified", ana.email(), Map.of("email_verified", false));
        assertThat(CityDirectory.over(browser).status()).isEqualTo(422);
        directory.vouchesFor("s-stranger", "stranger@elsewhere.example", Map.of());
        assertThat(CityDirectory.over(browser).status()).isEqualTo(422);
        assertThat(browser.state()).isEqualTo("SIGNED_OUT");
    }

    @Test
    void aTokenForAnotherClientOfAnotherIssuerOrForAnotherAttemptIsRefused() throws Exception {
        for (String claim : List.of("aud", "nonce", "iss")) {
            directory.vouchesFor("s-wrong", ana.email(), Map.of(claim, "https://elsewhere.example"));
            assertThat(CityDirectory.over(browser).status()).as(claim).isEqualTo(422);
        }
        directory.vouchesTooLate("s-wrong", ana.email());
        assertThat(CityDirectory.over(browser).status()).as("expired").isEqualTo(422);
        assertThat(browser.state()).isEqualTo("SIGNED_OUT");
        assertThat(identities.isBound(ana.id(), directory.issuer())).isFalse();
    }

    @Test
    void aStateIsTakenOnceAndOnlyFromTheBrowserThatLeft() throws Exception {
        Map<String, String> back = CityDirectory.wentTo(CityDirectory.departure(browser));
        Browser other = new Browser(port);
        CityDirectory.departure(other);
        assertThat(CityDirectory.cameBack(other, back.get("state"), back.get("code"))
                        .status())
                .as("another browser")
                .isEqualTo(422);
        directory.vouchesFor("s-once", ana.email(), Map.of());
        assertThat(CityDirectory.cameBack(browser, back.get("state"), back.get("code"))
                        .status())
                .isEqualTo(204);
        browser.get("/api/session");
        assertThat(CityDirectory.cameBack(browser, back.get("state"), back.get("code"))
                        .status())
                .as("again")
                .isEqualTo(422);
    }

    @Test
    void aCodeOfAnotherAttemptIsWorthNothing() throws Exception {
        Map<String, String> stolen = CityDirectory.wentTo(CityDirectory.departure(new Browser(port)));
        String state =
                CityDirectory.parameters(CityDirectory.departure(browser)).get("state");
        assertThat(CityDirectory.cameBack(browser, state, stolen.get("code")).status())
                .isEqualTo(422);
    }

    @Test
    void whoStaysAwayTooLongBeginsAgain() throws Exception {
        Map<String, String> back = CityDirectory.wentTo(CityDirectory.departure(browser));
        ServedForTests.AHEAD.updateAndGet(ahead -> ahead.plus(Duration.ofMinutes(11)));
        assertThat(CityDirectory.cameBack(browser, back.get("state"), back.get("code"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void anAnswerByWayOfAnotherIssuerOrWithARefusalIsRefused() throws Exception {
        directory.vouchesFor("s-mix", ana.email(), Map.of());
        Map<String, String> back = CityDirectory.wentTo(CityDirectory.departure(browser));
        Browser.Answer mixed =
                browser.ask("POST", "/api/session/single-sign-on", """
                {"state": "%s", "code": "%s", "iss": "https://elsewhere.example"}""".formatted(back.get("state"), back.get("code")));
        assertThat(mixed.status()).isEqualTo(422);
        String state =
                CityDirectory.parameters(CityDirectory.departure(browser)).get("state");
        Browser.Answer denied = browser.ask("POST", "/api/session/single-sign-on", """
                {"state": "%s", "error": "access_denied"}""".formatted(state));
        assertThat(denied.status()).isEqualTo(422);
    }

    @Test
    void theCookieFromBeforeIsWorthNothingAfter() throws Exception {
        URI away = CityDirectory.departure(browser);
        String planted = browser.sessionCookie();
        directory.vouchesFor("s-fixed", ana.email(), Map.of());
        Map<String, String> back = CityDirectory.wentTo(away);
        CityDirectory.cameBack(browser, back.get("state"), back.get("code"));
        assertThat(browser.sessionCookie()).isNotEqualTo(planted).isNotEmpty();
    }

    @Test
    void theAddressOfTheReturnIsExactAndEveryAttemptHasItsOwnSecrets() {
        Map<String, String> one = CityDirectory.parameters(CityDirectory.departure(browser));
        Map<String, String> other = CityDirectory.parameters(CityDirectory.departure(browser));
        assertThat(one)
                .containsEntry("redirect_uri", "https://archive.city.example/sign-in/single-sign-on")
                .containsEntry("response_type", "code")
                .containsEntry("code_challenge_method", "S256");
        for (String name : List.of("state", "nonce", "code_challenge"))
            assertThat(one.get(name)).as(name).hasSizeGreaterThan(40).isNotEqualTo(other.get(name));
    }

    @Test
    void whoIsDisabledOrHasLeftIsRefused() throws Exception {
        over("gone");
        people.disable(ana.id());
        assertThat(browser.state()).isEqualTo("SIGNED_OUT");
        assertThat(over("gone").status()).isEqualTo(422);
        people.enable(ana.id());
        database.sql()
                .sql("INSERT INTO leaver (person, left_on, noted_by, noted_at) VALUES (:person, :on, 0, :at)")
                .param("person", ana.id().number())
                .param("on", LocalDate.parse("2020-01-01"))
                .param("at", OffsetDateTime.parse("2020-01-01T00:00:00Z"))
                .update();
        assertThat(over("gone").status()).as("left").isEqualTo(422);
        assertThat(browser.state()).isEqualTo("SIGNED_OUT");
    }

    @Test
    void thePolicyIsAcknowledgedAsAfterAPassword() throws Exception {
        database.sql()
                .sql(
                        "INSERT INTO policy (version, notice, text, published_by, published_at) VALUES (1, 'n', 't', 0, :at)")
                .param("at", OffsetDateTime.parse("2026-01-01T00:00:00Z"))
                .update();
        try {
            over("policy");
            assertThat(browser.state()).isEqualTo("ACKNOWLEDGE_POLICY");
        } finally {
            database.sql().sql("DELETE FROM policy").update();
        }
    }

    @Test
    void aDirectoryThatIsDownIsSaidToBe() {
        String gone;
        try (CityDirectory other = new CityDirectory()) {
            gone = other.issuer();
        }
        city.useDirectory(gone);
        browser.get("/api/session");
        for (String when : List.of("at first", "a moment later")) {
            Browser.Answer answer = browser.ask("POST", "/api/session/single-sign-on/departure", "");
            assertThat(answer.status()).as(when).isEqualTo(503);
            assertThat(answer.text("title")).isEqualTo("The city’s directory does not answer");
        }
    }

    private Browser.Answer over(String name) throws Exception {
        directory.vouchesFor("s-" + name, ana.email(), Map.of());
        return CityDirectory.over(browser);
    }

    private List<String> audited() throws Exception {
        trail.rebuildRows();
        return database.sql()
                .sql("SELECT act || ' ' || what FROM audit_entry ORDER BY entry")
                .query(String.class)
                .list();
    }
}
