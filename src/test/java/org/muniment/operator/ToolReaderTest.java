package org.muniment.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.access.Role;
import org.muniment.alarm.AlarmKind;
import org.muniment.people.People;
import org.muniment.people.TokenHolder;
import org.muniment.people.TokenScope;
import org.muniment.privilege.Quarantine;

class ToolReaderTest {
    private static final String[] MATTER = {"--purpose", "MATTER 2026-CV-104"};
    private static final String MAIL = "From: a@city.example\r\nSubject: Budget hearing\r\n\r\nOn Tuesday.\r\n";

    @TempDir
    Path home;

    @BeforeEach
    void mail() throws Exception {
        Files.writeString(home.resolve("one.eml"), MAIL);
        assertThat(run("import", "one.eml").exit()).isZero();
    }

    record Said(int exit, String text, String errors) {}

    @Test
    void withoutPeopleTheOperatorIsTrustedAndNoAuditTrailIsBegun() {
        assertThat(run("search", "budget").text()).contains("Budget hearing");
        assertThat(run("show", "0").text()).contains("On Tuesday.");
        assertThat(run("health").exit()).isZero();
        assertThat(home.resolve("data/audit")).doesNotExist();
    }

    @Test
    void withPeopleEveryReadingCommandAsksForATokenAndAPurpose() throws Exception {
        people();
        String[][] commands = {
            {"search", "budget"},
            {"show", "0"},
            {"show", "0", "--raw"},
            {"prove", "0", "--out", "proof"},
            {"release", "--query", "budget", "--marks", "one.eml", "--prefix", "A", "--out", "released"}
        };
        for (String[] command : commands) {
            Said refused = run(command);
            assertThat(refused.exit()).as(String.join(" ", command)).isEqualTo(Answer.WRONG_USE);
            assertThat(refused.errors()).contains("MUNIMENT_TOKEN").doesNotContain("Tuesday");
            assertThat(refused.text()).isEmpty();
        }
        Files.writeString(home.resolve("token"), "mun_nobodys\n");
        assertThat(run("search", "budget", "--token-file", "token").errors()).contains("--purpose");
        assertThat(run("search", "budget", "--token-file", "token", "--purpose", "GOSSIP x")
                        .exit())
                .isEqualTo(Answer.WRONG_USE);
        assertThat(run("search", "budget", "--token-file", "nowhere").exit()).isEqualTo(Answer.WRONG_USE);
        assertThat(run("verify").exit()).isZero();
    }

    @Test
    void aTokenThatIsNobodysIsRefusedAndTheAttemptWrittenDownWithoutIt() throws Exception {
        people();
        Files.writeString(home.resolve("token"), "mun_nobodys-canary\n");
        Said refused = run("search", "budget", "--token-file", "token", MATTER[0], MATTER[1]);
        assertThat(refused.exit()).isEqualTo(Answer.NO);
        assertThat(refused.errors()).contains("not valid").doesNotContain("canary");
        try (DataFolder folder = DataFolder.open(home.resolve("data"), settings())) {
            assertThat(folder.audit().size()).isEqualTo(1);
            assertThat(folder.audit().rebuildRows()).isEqualTo(1);
            String row = folder.workflow()
                    .sql()
                    .sql("SELECT act || ' ' || whence || ' ' || purpose_reference || ' ' || what FROM audit_entry")
                    .query(String.class)
                    .single();
            assertThat(row)
                    .startsWith("SIGN_IN_FAILED " + System.getProperty("user.name") + " at the operator's tool")
                    .contains("2026-CV-104")
                    .doesNotContain("canary");
        }
    }

    @Test
    void throughTheServersSocketTheCallersTokenAndUserCount() throws Exception {
        people();
        Files.writeString(home.resolve("token"), "mun_nobodys-canary\n");
        try (DataFolder held = DataFolder.open(home.resolve("data"), settings());
                OperatorSocket socket = OperatorSocket.listen(held)) {
            assertThat(socket).isNotNull();
            assertThat(run("search", "budget").errors()).contains("MUNIMENT_TOKEN");
            assertThat(run("search", "budget", "--token-file", "token", MATTER[0], MATTER[1])
                            .errors())
                    .contains("not valid");
            assertThat(held.audit().size()).isEqualTo(1);
        }
    }

    @Test
    void aTokenThatWorksReadsAndEveryReadingIsItsPersons() throws Exception {
        token("mara@city.example", Role.REVIEWER, TokenScope.READ_MAIL);
        assertThat(reading("search", "budget").text()).contains("Budget hearing");
        assertThat(reading("show", "0").text()).contains("On Tuesday.");
        assertThat(reading("show", "7").exit()).isEqualTo(Answer.NO);
        assertThat(reading("prove", "0", "--out", "proof").exit()).isZero();
        assertThat(entries())
                .satisfiesExactly(
                        entry -> assertThat(entry).startsWith("SEARCHED mara").contains("2026-CV-104"),
                        entry -> assertThat(entry).startsWith("OPENED mara"),
                        entry -> assertThat(entry).startsWith("REFUSED mara").contains("7"),
                        entry -> assertThat(entry).startsWith("PROVED mara"));
    }

    @Test
    void aTokenThatMayOnlySearchOrIsAnAdministratorsReadsNothing() throws Exception {
        token("mara@city.example", Role.REVIEWER, TokenScope.READ_SEARCH);
        assertThat(reading("search", "budget").errors()).contains("not valid");
        token("adam@city.example", Role.ADMINISTRATOR, TokenScope.ADMIN);
        Said refused = reading("show", "0");
        assertThat(refused.exit()).isEqualTo(Answer.NO);
        assertThat(refused.text()).isEmpty();
        assertThat(entries().getLast()).startsWith("REFUSED adam");
    }

    @Test
    void aReleaseSaysHowManyMessagesCounselKeepsBack() throws Exception {
        Files.writeString(home.resolve("two.eml"), MAIL.replace("On Tuesday", "Attorney client matter, on Tuesday"));
        assertThat(run("import", "two.eml").exit()).isZero();
        token("mara@city.example", Role.RECORDS_OFFICER, TokenScope.READ_MAIL);
        try (DataFolder folder = DataFolder.open(home.resolve("data"), settings())) {
            Quarantine.in(folder.workflow(), folder.departments());
            folder.workflow()
                    .sql()
                    .sql("INSERT INTO privilege_rule (kind, text, note, added_by, added_by_name, added_at)"
                            + " VALUES ('PHRASE', 'attorney client', '', 1, 'c', CURRENT_TIMESTAMP)")
                    .update();
        }
        Files.writeString(home.resolve("marks.json"), "[]");
        Said released =
                reading("release", "--query", "tuesday", "--marks", "marks.json", "--prefix", "A", "--out", "out");
        assertThat(released.text()).as(released.errors()).contains("Counsel keeps back 1 more");
        assertThat(entries().getLast()).contains("1 more that match are kept back");
        Said none = reading("release", "--query", "attorney", "--marks", "marks.json", "--prefix", "B", "--out", "b");
        assertThat(none.exit()).isEqualTo(Answer.NO);
        assertThat(none.errors()).contains("Counsel keeps back 1 that match");
    }

    @Test
    void whatTheOperatorDoesWithoutReadingIsWrittenDownOnceAnybodySignsIn() throws Exception {
        people();
        try (DataFolder folder = DataFolder.open(home.resolve("data"), settings())) {
            folder.alarms().raise(AlarmKind.DISK_LOW, "a test");
            assertThat(folder.alarms().standing()).hasSize(1);
        }
        Files.writeString(home.resolve("two.eml"), MAIL.replace("Tuesday", "Friday"));
        assertThat(run("import", "two.eml").exit()).isZero();
        assertThat(run("verify").exit()).isZero();
        assertThat(run("rebuild-index").exit()).isZero();
        assertThat(run("health", "--acknowledge", "9").exit()).isEqualTo(Answer.NO);
        assertThat(run("health", "--acknowledge", "1").exit()).isZero();
        assertThat(entries())
                .allMatch(entry -> entry.contains(" Operator " + System.getProperty("user.name") + " at the"))
                .satisfiesExactly(
                        entry -> assertThat(entry).startsWith("COMMAND_RUN").contains("import from import begins"),
                        entry -> assertThat(entry).startsWith("COMMAND_RUN").contains("1 captured"),
                        entry -> assertThat(entry).startsWith("COMMAND_RUN").contains("verify (quick)"),
                        entry -> assertThat(entry).startsWith("COMMAND_RUN").contains("rebuild-index"),
                        entry -> assertThat(entry)
                                .startsWith("ALARM_ACKNOWLEDGED")
                                .contains("DISK_LOW"));
    }

    @Test
    void theTokenStandsInNoText() {
        Optional<String> token = Optional.of("mun_canary");
        assertThat(new Caller("alice", token).toString()).doesNotContain("canary");
        assertThat(new OperatorSocket.Request(List.of("search"), "/", Terminal.Attention.PIPED, token).toString())
                .doesNotContain("canary");
    }

    private void token(String email, Role role, TokenScope scope) throws Exception {
        try (DataFolder folder = DataFolder.open(home.resolve("data"), settings())) {
            TokenHolder holder = TokenHolder.in(folder.workflow(), folder.clock(), email, role, scope);
            Files.writeString(home.resolve("token"), holder.token() + "\n");
        }
    }

    /// With the token, for a purpose.
    private Said reading(String... command) {
        return run(Stream.concat(Stream.of(command), Stream.of("--token-file", "token", MATTER[0], MATTER[1]))
                .toArray(String[]::new));
    }

    /// The trail, oldest first: act, who, from where, what for, what.
    private List<String> entries() throws Exception {
        try (DataFolder folder = DataFolder.open(home.resolve("data"), settings())) {
            folder.audit().rebuildRows();
            return folder.workflow()
                    .sql()
                    .sql("SELECT * FROM audit_entry ORDER BY 1")
                    .query((row, _) ->
                            row.getString("act") + " " + row.getString("name") + " " + row.getString("whence") + " "
                                    + row.getString("purpose_reference") + " " + row.getString("what"))
                    .list();
        }
    }

    private void people() throws Exception {
        try (DataFolder folder = DataFolder.open(home.resolve("data"), settings())) {
            assertThat(folder.hasPeople()).isFalse();
            new People(folder.workflow(), folder.clock()).add("Ana Rivera", "ana@city.example");
            assertThat(folder.hasPeople()).isTrue();
        }
    }

    private Said run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(out, err, home, Terminal.Attention.PIPED);
        int exit = OperatorTool.at(terminal, settings()).run(arguments);
        return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private DataFolder.Settings settings() {
        return new DataFolder.Settings(home.resolve("passphrase"), InstantSource.system(), ZoneOffset.UTC);
    }
}
