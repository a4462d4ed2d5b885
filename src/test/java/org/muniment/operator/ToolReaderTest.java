package org.muniment.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.people.People;

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
    void theTokenStandsInNoText() {
        Optional<String> token = Optional.of("mun_canary");
        assertThat(new Caller("alice", token).toString()).doesNotContain("canary");
        assertThat(new OperatorSocket.Request(java.util.List.of("search"), "/", Terminal.Attention.PIPED, token)
                        .toString())
                .doesNotContain("canary");
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
