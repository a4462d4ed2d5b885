package org.muniment.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.archive.Archive;
import org.muniment.archive.LogEntry;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OperatorToolTest {
    private static final String MAIL = """
            From: Clerk <clerk@city.example>\r
            To: Mayor <mayor@city.example>\r
            Message-ID: <budget.1@city.example>\r
            Date: Mon, 3 Aug 2026 10:00:00 -0400\r
            Subject: Budget hearing\r
            \r
            The hearing is on Tuesday.\r
            """;

    @TempDir
    Path home;

    private Path mail;

    @BeforeEach
    void writeMail() throws Exception {
        mail = Files.writeString(home.resolve("one.eml"), MAIL);
    }

    @AfterEach
    void everythingStoredIsWhatWasSigned() {
        if (!Archive.isIn(home.resolve("data"))) return;
        Said verified = run("verify", "--level", "full");
        assertThat(verified.exit()).as(verified.text() + verified.errors()).isZero();
    }

    record Said(int exit, String text, String errors) {
        JsonNode json() {
            return JsonMapper.shared().readTree(text);
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

    @Test
    void theRootKeyIsRotatedAndItsVersionsAreShown() {
        assertThat(run("import", "one.eml").exit()).isZero();
        Said rotated = run("keys", "rotate", "--data", "data");
        assertThat(rotated.exit()).as(rotated.errors()).isZero();
        assertThat(rotated.text()).contains("has version 2 now").contains("Copy root.p12 to its safe again");
        assertThat(run("keys").text())
                .contains("version 1 opens 0 segments")
                .contains("version 2 opens 1 segments and wraps what is new");
        assertThat(run("keys", "rotate", "--json").json().get("archiveVersion").asInt())
                .isEqualTo(3);
        assertThat(run("keys", "--json").json().get("archive").size()).isEqualTo(3);
    }

    @Test
    void whatIsImportedIsFoundAndComesBackByteForByte() {
        Said imported = run("import", "--json", "one.eml");
        assertThat(imported.exit()).as(imported.errors()).isZero();
        assertThat(imported.json().get("captured").asLong()).isEqualTo(1);

        Said found = run("search", "--json", "hearing", "from:clerk");
        assertThat(found.json().get("total").asLong()).isEqualTo(1);
        JsonNode hit = found.json().get("hits").get(0);
        assertThat(hit.get("subject").asString()).isEqualTo("Budget hearing");
        assertThat(hit.get("sentAt").asString()).isEqualTo("2026-08-03T14:00:00Z");

        Said raw = run("show", "--raw", hit.get("accession").asString());
        assertThat(raw.text()).isEqualTo(MAIL);
    }

    @Test
    void mailCannotCommandTheTerminalItIsShownOn() throws Exception {
        Files.writeString(mail, MAIL.replace("Budget", "\u001b]0;x\u0007 =?utf-8?q?=C2=9B2J?=") + "\u001b[2J\u202e");
        run("import", "one.eml");
        for (String said :
                new String[] {run("search", "hearing").text(), run("show", "0").text()})
            assertThat(said).contains("[U+001B]").doesNotContainPattern("[\\x00-\\x09\\x0B-\\x1F\\x7F-\\x9F\\u202E]");
        Said json = run("show", "--json", "0");
        assertThat(json.text()).doesNotContainPattern("[\\x00-\\x09\\x0B-\\x1F\\x7F-\\x9F\\u202E]");
        assertThat(json.json().toString()).contains("\u009b", "\u202e");
    }

    @Test
    void aQuestionToAFolderWithoutAnArchiveBeginsNone() {
        run("import", "one.eml");
        for (String question : new String[] {"verify", "search *", "show 0"}) {
            Said said = run((question + " --data misspelt").split(" "));
            assertThat(said.exit()).isEqualTo(Answer.NO);
            assertThat(said.errors()).contains("no archive in").contains("misspelt");
        }
        assertThat(home.resolve("misspelt")).doesNotExist();
    }

    @Test
    void capturesWithDefectsAreCountedAndSoAreTheirRepetitions() throws Exception {
        Files.writeString(
                home.resolve("bad.eml"),
                "From: a@b.example\nContent-Type: text/plain; charset=chinesebig5x\n\n\u00a4\u00a4\n",
                StandardCharsets.ISO_8859_1);
        Said first = run("import", "--json", "one.eml", "bad.eml");
        assertThat(first.json().get("captured").asLong()).isEqualTo(2);
        assertThat(first.json().get("withDefects").asLong()).isEqualTo(1);
        assertThat(run("import", "--json", "one.eml").json().get("withDefects").asLong())
                .isZero();
        assertThat(run("import", "--json", "bad.eml").json().get("withDefects").asLong())
                .isEqualTo(1);
    }

    @Test
    void theSameFileTwiceIsADuplicate() {
        run("import", "one.eml");
        Said again = run("import", "--json", "one.eml");
        assertThat(again.json().get("captured").asLong()).isZero();
        assertThat(again.json().get("duplicates").asLong()).isEqualTo(1);
    }

    @Test
    void aCommandIsCarriedOutByTheServerThatHoldsTheFolder() throws Exception {
        run("import", "one.eml");
        try (DataFolder held = DataFolder.open(home.resolve("data"), settings());
                OperatorSocket socket = OperatorSocket.listen(held)) {
            assertThat(Files.getPosixFilePermissions(home.resolve("data").resolve(OperatorSocket.FILE)))
                    .hasSize(2);
            assertThat(run("search", "--json", "hearing").json().get("total").asLong())
                    .isEqualTo(1);
            assertThat(run("show", "--raw", "0").text()).isEqualTo(MAIL);
            assertThat(run("search", "from:(").exit()).isEqualTo(Answer.WRONG_USE);
            assertThat(run("show", "7").exit()).isEqualTo(Answer.NO);
            assertThat(socket).isNotNull();
        }
    }

    @Test
    void twoWritersAreRefusedWithAClearSentence() throws Exception {
        run("import", "one.eml");
        try (DataFolder held = DataFolder.open(home.resolve("data"), settings())) {
            Said refused = run("search", "hearing");
            assertThat(refused.exit()).isEqualTo(Answer.NO);
            assertThat(refused.errors())
                    .contains("is in use by another muniment command")
                    .hasLineCount(1);
            assertThat(held.archive().size()).isPositive();
        }
    }

    @Test
    void aSocketLeftBehindByAKilledServerStopsNobody() throws Exception {
        run("import", "one.eml");
        Files.createFile(home.resolve("data").resolve(OperatorSocket.FILE));
        assertThat(run("search", "hearing").exit()).isZero();
        Files.delete(home.resolve("data").resolve(OperatorSocket.FILE));
    }

    @Test
    void refusalsAreSentencesAndWithJsonOneObject() {
        run("import", "one.eml");
        Said malformed = run("search", "--json", "subject:\"open");
        assertThat(malformed.exit()).isEqualTo(Answer.WRONG_USE);
        assertThat(malformed.json().get("error").asString()).contains("character");
        assertThat(malformed.errors()).doesNotContain("\tat ");

        assertThat(run("show", "12").errors()).contains("12").doesNotContain("Exception");
        assertThat(run("import", "nowhere.eml").exit()).isNotZero();
        assertThat(run("import", "--source", "No Such", "one.eml").exit()).isEqualTo(Answer.WRONG_USE);
        assertThat(run("frobnicate").exit()).isEqualTo(Answer.WRONG_USE);
        assertThat(run("search", "--help").exit()).isZero();
    }

    @Test
    void healthIsOneWhileAnAlarmStandsAndZeroOnceAcknowledged() throws Exception {
        run("import", "one.eml");
        run("verify");
        assertThat(run("health", "--json").json().get("lastVerified").isNull()).isFalse();
        try (DataFolder held = DataFolder.open(home.resolve("data"), settings())) {
            held.alarms().raise(org.muniment.alarm.AlarmKind.MESSAGE_TOO_LARGE, "a message of 600 MB");
        }
        Said ill = run("health", "--json");
        assertThat(ill.exit()).isEqualTo(Answer.NO);
        assertThat(ill.json().get("ok").asBoolean()).isFalse();
        String id = ill.json().get("alarms").get(0).get("id").asString();
        assertThat(run("health", "--acknowledge", id).exit()).isZero();
    }

    @Test
    void eachFinishedCheckIsOneEntryOfTheLogWithTheHashOfItsReport() throws Exception {
        run("import", "one.eml");
        run("verify", "--level", "full");
        try (DataFolder held = DataFolder.open(home.resolve("data"), settings());
                var reports = Files.list(home.resolve("data").resolve("verification"))) {
            Path report = reports.toList().getFirst();
            var entries = held.archive().entries(new org.muniment.archive.AccessionNumber(0));
            List<String> verified = new ArrayList<>();
            for (var next = entries.next(); next.isPresent(); next = entries.next())
                if (next.get() instanceof LogEntry.Lifecycle entry
                        && entry.event().kind().equals("verified"))
                    verified.add(entry.event().body());
            entries.close();
            assertThat(verified)
                    .singleElement()
                    .asString()
                    .contains(
                            "\"level\":\"full\"",
                            "\"ok\":true",
                            "\"findings\":0",
                            report.getFileName().toString(),
                            SignedFile.sha256(report));
        }
    }

    @Test
    void theArchivesOwnAddressesAreReadWithoutRemarks() throws Exception {
        Files.writeString(home.resolve(JournalAddresses.FILE), "# ours\njournal@city.example  # a remark\n\n");
        assertThat(JournalAddresses.in(home).addresses()).containsExactly("journal@city.example");
    }

    @Test
    void anIndexBuiltAnewAnswersTheSame() {
        run("import", "one.eml");
        String before = run("search", "--json", "hearing").text();
        assertThat(run("rebuild-index").exit()).isZero();
        assertThat(run("search", "--json", "hearing").text()).isEqualTo(before);
    }
}
