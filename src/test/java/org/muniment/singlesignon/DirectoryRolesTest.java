package org.muniment.singlesignon;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.muniment.access.Role;
import org.muniment.audit.AuditTrail;
import org.muniment.people.Browser;
import org.muniment.people.Passwords;
import org.muniment.people.Person;
import org.muniment.people.ReadyAccounts;
import org.muniment.singlesignon.SingleSignOnSettings.GroupRole;
import org.muniment.workflow.WorkflowDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// What a person's groups mean here, sign-in by sign-in.
@SpringBootTest(classes = ServedForTests.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class DirectoryRolesTest {
    private static final GroupRole RECORDS = new GroupRole("Archive Records", Role.RECORDS_OFFICER);
    private static final GroupRole MACHINE = new GroupRole("IT", Role.ADMINISTRATOR);

    private static final String PASSWORD = "nine slow herons over the dock";
    private static final String PURPOSE = """
            {"kind": "MATTER", "reference": "2026-CV-104"}""";

    private final CityDirectory directory = new CityDirectory();
    private final int port;
    private final CityPeople city;
    private final ReadyAccounts ready;
    private final Passwords passwords;
    private final WorkflowDatabase database;
    private final AuditTrail trail;

    DirectoryRolesTest(
            @LocalServerPort int port,
            @Autowired CityPeople city,
            @Autowired ReadyAccounts ready,
            @Autowired Passwords passwords,
            @Autowired WorkflowDatabase database,
            @Autowired AuditTrail trail) {
        this.port = port;
        this.city = city;
        this.ready = ready;
        this.passwords = passwords;
        this.database = database;
        this.trail = trail;
    }

    @AfterEach
    void stop() {
        directory.close();
        ServedForTests.AHEAD.updateAndGet(ahead -> ahead.plus(Duration.ofHours(25)));
    }

    @Test
    void aGroupGivesItsRoleAndTakesItAtTheNextSignInWithoutIt() throws Exception {
        city.useDirectory(directory.issuer(), RECORDS);
        Person ana = city.newcomer("Ana Rivera");
        assertThat(rolesAfter(ana, "Archive Records", "Parks")).containsExactly("RECORDS_OFFICER");
        assertThat(rolesAfter(ana, "Archive Records")).containsExactly("RECORDS_OFFICER");
        assertThat(rolesAfter(ana, "Parks")).isEmpty();
        assertThat(city.now(ana).roles()).isEmpty();
        assertThat(audited())
                .contains(
                        "ROLE_GRANTED Ana Rivera is now records officer by the directory's groups",
                        "ROLE_REVOKED Ana Rivera is no longer records officer by the directory's groups");
    }

    @Test
    void aMappingThatIsTakenBackTakesItsRoles() throws Exception {
        city.useDirectory(directory.issuer(), RECORDS);
        Person ana = city.newcomer("Ana Rivera");
        rolesAfter(ana, "Archive Records");
        city.useDirectory(directory.issuer());
        assertThat(rolesAfter(ana, "Archive Records")).isEmpty();
    }

    @Test
    void rolesGivenByHandAreLeftAlone() throws Exception {
        city.useDirectory(directory.issuer(), RECORDS);
        var account = ready.make("Berta Boyle", CityPeople.freshAddress(), Role.RECORDS_OFFICER);
        Browser browser = new Browser(port);
        directory.vouchesFor("s-" + account.person().id(), account.person().email(), Map.of("groups", List.of()));
        CityDirectory.over(browser);
        browser.get("/api/session");
        browser.code(ReadyAccounts.codeNow(account.appKey(), ServedForTests.CLOCK.instant()));
        assertThat(browser.state()).isEqualTo("SIGNED_IN");
        assertThat(city.now(account.person()).roles()).containsExactly(Role.RECORDS_OFFICER);
    }

    @Test
    void whoComesInWithoutTheDirectoryComesWithoutItsRoles() throws Exception {
        city.useDirectory(directory.issuer(), RECORDS);
        var account = ready.make("Dan Doyle", CityPeople.freshAddress(), Role.APPROVER);
        Browser browser = new Browser(port);
        directory.vouchesFor("s-dan", account.person().email(), Map.of("groups", List.of("Archive Records")));
        CityDirectory.over(browser);
        browser.get("/api/session");
        browser.code(ReadyAccounts.codeNow(account.appKey(), ServedForTests.CLOCK.instant()));
        assertThat(city.now(account.person()).roles()).containsExactlyInAnyOrder(Role.APPROVER, Role.RECORDS_OFFICER);
        ServedForTests.AHEAD.updateAndGet(ahead -> ahead.plus(Duration.ofSeconds(30)));
        Browser byPassword = new Browser(port);
        byPassword.signIn(account.person().email(), account.password());
        byPassword.code(ReadyAccounts.codeNow(account.appKey(), ServedForTests.CLOCK.instant()));
        assertThat(rolesIn(byPassword)).containsExactly("APPROVER");
        Browser again = new Browser(port);
        directory.vouchesFor("s-dan", account.person().email(), Map.of("groups", List.of("Archive Records")));
        CityDirectory.over(again);
        assertThat(rolesIn(again)).containsExactlyInAnyOrder("APPROVER", "RECORDS_OFFICER");
        assertThat(rolesIn(byPassword)).as("while another has them").containsExactly("APPROVER");
        assertThat(byPassword.ask("PUT", "/api/session/purpose", PURPOSE).status())
                .isEqualTo(403);
        assertThat(again.ask("PUT", "/api/session/purpose", PURPOSE).status()).isEqualTo(200);
    }

    @Test
    void whoSetAPasswordBeforeThePersonCameOverTheDirectoryIsOut() throws Exception {
        city.useDirectory(directory.issuer(), RECORDS);
        Person ana = city.newcomer("Ana Rivera");
        passwords.set(ana, PASSWORD);
        Browser halfway = new Browser(port);
        halfway.signIn(ana.email(), PASSWORD);
        assertThat(halfway.state()).isEqualTo("ENROL_SECOND_FACTOR");
        Browser hers = new Browser(port);
        directory.vouchesFor("s-" + ana.id(), ana.email(), Map.of("groups", List.of("Archive Records")));
        CityDirectory.over(hers);
        assertThat(hers.state()).isEqualTo("SIGNED_IN");
        assertThat(rolesIn(hers)).containsExactly("RECORDS_OFFICER");
        assertThat(halfway.state()).isEqualTo("SIGNED_OUT");
        assertThat(passwords.has(ana.id())).isFalse();
        assertThat(audited()).anySatisfy(entry -> assertThat(entry).endsWith("without a second factor, is removed"));
        assertThat(rolesAfter(ana, "Archive Records")).containsExactly("RECORDS_OFFICER");
        assertThat(hers.state()).as("not ended by a later sign-in").isEqualTo("SIGNED_IN");
    }

    @Test
    void turningItOffEndsWhatIsHalfwayWhatIsOpenAndTheRolesAtOnce() throws Exception {
        endsAtOnce(() -> city.turnDirectoryOff());
    }

    @Test
    void anotherVersionInForceEndsWhatIsHalfwayWhatIsOpenAndTheRolesAtOnce() throws Exception {
        endsAtOnce(() -> city.useDirectory(directory.issuer(), RECORDS, MACHINE));
    }

    private void endsAtOnce(Runnable change) throws Exception {
        city.useDirectory(directory.issuer(), RECORDS);
        Person ana = city.newcomer("Ana Rivera");
        Browser open = new Browser(port);
        directory.vouchesFor("s-" + ana.id(), ana.email(), Map.of("groups", List.of("Archive Records")));
        CityDirectory.over(open);
        assertThat(open.state()).isEqualTo("SIGNED_IN");
        Browser halfway = new Browser(port);
        directory.vouchesFor("s-" + ana.id(), ana.email(), Map.of("amr", List.of("pwd")));
        CityDirectory.over(halfway);
        assertThat(halfway.state()).isEqualTo("ENROL_SECOND_FACTOR");
        change.run();
        assertThat(open.state()).isEqualTo("SIGNED_OUT");
        assertThat(halfway.state()).isEqualTo("SIGNED_OUT");
        assertThat(city.now(ana).roles()).isEmpty();
        assertThat(audited().reversed().stream().limit(6))
                .contains("ROLE_REVOKED Ana Rivera is no longer records officer by the directory's groups");
    }

    @Test
    void contradictoryGroupsNeverGiveBothRoles() throws Exception {
        city.useDirectory(directory.issuer(), RECORDS, MACHINE);
        Person ana = city.newcomer("Ana Rivera");
        assertThat(rolesAfter(ana, "Archive Records", "IT")).containsExactly("RECORDS_OFFICER");
        assertThat(audited())
                .contains("REFUSED Ana Rivera is not made administrator by the directory's groups: another role"
                        + " contradicts it");
    }

    @Test
    void nobodyGetsARoleByAMappingTheySetOrConfirmedThemselves() throws Exception {
        city.useDirectory(directory.issuer(), RECORDS);
        Person carl = city.people().byId(city.counsel.person()).orElseThrow();
        assertThat(rolesAfter(carl, "Archive Records")).isEmpty();
        assertThat(audited()).anySatisfy(entry -> assertThat(entry).endsWith("which they set or confirmed"));
    }

    private List<String> rolesAfter(Person person, String... groups) throws Exception {
        Browser browser = new Browser(port);
        directory.vouchesFor("s-" + person.id(), person.email(), Map.of("groups", List.of(groups)));
        assertThat(CityDirectory.over(browser).status()).isEqualTo(204);
        return rolesIn(browser);
    }

    private static List<String> rolesIn(Browser browser) {
        return browser.get("/api/session")
                .body()
                .path("person")
                .path("roles")
                .valueStream()
                .map(role -> role.asString())
                .toList();
    }

    private List<String> audited() throws Exception {
        trail.rebuildRows();
        return database.sql()
                .sql("SELECT act || ' ' || what FROM audit_entry ORDER BY entry")
                .query(String.class)
                .list();
    }
}
