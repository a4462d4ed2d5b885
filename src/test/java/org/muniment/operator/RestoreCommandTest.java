package org.muniment.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;
import org.muniment.workflow.WorkflowDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RestoreCommandTest {
    @TempDir
    static Path template;

    @TempDir
    Path temporary;

    private Path home = template;
    private Path data = template.resolve("data");

    record Said(int exit, String text, String errors) {
        JsonNode json() {
            return JsonMapper.shared().readTree(text);
        }
    }

    private DataFolder.Settings settings() {
        return new DataFolder.Settings(home.resolve("passphrase"), InstantSource.system(), ZoneOffset.UTC);
    }

    private Said run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = OperatorTool.at(new Terminal(out, err, home, Terminal.Attention.PIPED), settings())
                .run(arguments);
        return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private void done(String... arguments) {
        Said said = run(arguments);
        assertThat(said.exit()).as(String.join(" ", arguments) + ": " + said).isZero();
    }

    @BeforeEach
    void copyTheTemplate() throws IOException {
        if (!Files.exists(template.resolve("backup"))) backUpThreeMessagesAndATrail();
        home = temporary.resolve("home");
        data = home.resolve("data");
        copy(template, home);
    }

    /// Making it takes longer than the tests; each has a copy.
    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path one : all.toList()) {
                Path place = to.resolve(from.relativize(one).toString());
                if (Files.isDirectory(one)) Files.createDirectories(place);
                else Files.copy(one, place, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private void backUpThreeMessagesAndATrail() throws IOException {
        Files.createDirectories(home.resolve("mail"));
        for (String subject : List.of("Budget", "Hearing", "Minutes")) mail(subject);
        done("import", "mail");
        try (DataFolder folder = DataFolder.open(data, settings())) {
            folder.audit()
                    .record(new AuditEntry(
                            Act.COMMAND_RUN, ToolReader.operator(Caller.here()), Optional.empty(), "begun", List.of()));
            folder.workflow()
                    .sql()
                    .sql("CREATE TABLE canary (word VARCHAR(20))")
                    .update();
            folder.workflow().sql().sql("INSERT INTO canary VALUES ('kept')").update();
        }
        done("backup", "backup");
    }

    private void mail(String subject) throws IOException {
        Files.writeString(
                home.resolve("mail").resolve(subject + ".eml"), "Subject: " + subject + "\r\n\r\nOn Tuesday.\r\n");
    }

    @Test
    void aRestoredArchiveGoesOnAboveTheHighestCheckpointAndAllOfItCanBeProved() throws Exception {
        done("prove", "--out", "before", "1");
        mail("Later");
        done("import", "mail");
        Path newest = one(data.resolve("store/log"), "checkpoint");
        long signed = Long.parseLong(Files.readAllLines(newest).get(1));
        Said said = run("restore", "backup", "--data", "new", "--keys", "data", "--checkpoint", newest.toString());
        assertThat(said.exit()).as(said.toString()).isZero();
        assertThat(said.text()).contains("were given away and are not here", "The audit trail: The log");
        mail("Afterwards");
        done("import", "mail/Afterwards.eml", "--data", "new");
        // Behind the epoch's entry.
        done("prove", "--data", "new", "--out", "after", "1", Long.toString(signed + 1));
        assertThat(Files.readString(home.resolve("after/completeness.txt")))
                .containsPattern("stepped over after a restore [1-9]");
        for (String bundle : List.of("before", "after"))
            for (List<String> program : List.of(List.of("bash", "verify.sh"), List.of("python3", "verify.py")))
                requireAccepted(home.resolve(bundle), program);
        try (WorkflowDatabase database = WorkflowDatabase.in(home.resolve("new/workflow"))) {
            assertThat(database.sql()
                            .sql("SELECT word FROM canary")
                            .query(String.class)
                            .single())
                    .isEqualTo("kept");
        }
        assertThat(run("backup", "backup", "--data", "new").errors()).contains("after a restore too");
    }

    private static void requireAccepted(Path bundle, List<String> program) throws Exception {
        Process check = new ProcessBuilder(program)
                .directory(bundle.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(check.waitFor()).as(program + ": " + said).isZero();
    }

    @Test
    void aRehearsalChecksEveryByteKeepsItsReportAndLeavesNothing() throws IOException {
        Said said = run("restore", "backup", "--rehearse", "--scratch", "scratch");
        assertThat(said.exit()).as(said.toString()).isZero();
        assertThat(said.text()).contains("all well", "deleted again");
        assertThat(home.resolve("scratch")).doesNotExist();
        assertThat(one(data.resolve("backups"), "-rehearsal.txt")).content().contains("findings 0");
        assertThat(one(data.resolve("backups"), "-backup.txt")).content().contains("muniment backup v1");
    }

    @Test
    void whatIsNoBackupOrHalfOneOrALaterOneIsRefusedWithItsSentence() throws IOException {
        assertThat(rehearse("nowhere").errors()).contains("There is no backup in", "nowhere");
        assertThat(rehearse("mail").errors()).contains("There is no backup in");
        Path note = home.resolve("backup/BACKUP");
        String whole = Files.readString(note);
        Files.writeString(note, whole.replace("muniment backup v1", "muniment backup v2"));
        assertThat(rehearse("backup").errors()).contains("is of format 2", "start the version of Muniment");
        Files.writeString(note, whole.replace("made 2", "made 1"));
        assertThat(rehearse("backup").errors()).contains("was not signed with the key in this keystore");
        Files.writeString(note, "x");
        assertThat(rehearse("backup").errors()).contains("BACKUP is damaged", "sha256sum -c");
        Files.delete(note);
        assertThat(rehearse("backup").errors()).contains("is not whole: it was never finished");
    }

    @Test
    void damageIsNamedWithTheEntriesItHoldsAndWhereToGetThem() throws IOException {
        Path segment = one(home.resolve("backup/store/seg"), ".seg");
        byte[] bytes = Files.readAllBytes(segment);
        bytes[4_200] ^= 1;
        Files.write(segment, bytes);
        assertThat(rehearse("backup").errors())
                .contains(segment + " is not what was backed up (accession 0 to the last)", "other files are whole");
        Files.delete(segment);
        assertThat(rehearse("backup").errors()).contains(segment + " is missing (accession 0 to the last)");
        Files.writeString(home.resolve("backup/BACKUP.sha256"), "\n");
        assertThat(rehearse("backup").errors()).contains("half one and half another");
    }

    @Test
    void withoutKeysOrIntoAFolderInUseOrWithAForeignCheckpointNothingIsRestored() throws IOException {
        assertThat(run("restore", "backup", "--data", "new").errors()).contains("needs --keys", "root keys");
        assertThat(run("restore", "backup", "--data", "new", "--keys", "mail").errors())
                .contains("The keystore of the mail is not below", "from its escrow");
        assertThat(run("restore", "backup", "--keys", "data").errors()).contains("is not empty");
        Path checkpoint = one(data.resolve("store/log"), "checkpoint");
        Path foreign = Files.writeString(
                home.resolve("foreign"), Files.readString(checkpoint).replace("muniment.example/", "other.example/"));
        assertThat(restoreWith(foreign).errors()).contains("a checkpoint of neither log");
        String text = Files.readString(checkpoint);
        long size = Long.parseLong(text.lines().toList().get(1));
        Path forged = Files.writeString(
                home.resolve("forged"), text.replaceFirst("\n" + size + "\n", "\n" + (size + 1_000) + "\n"));
        assertThat(restoreWith(forged).errors()).contains("was not signed with the key in this keystore");
        Path none = Files.writeString(home.resolve("none"), "hello");
        assertThat(restoreWith(none).errors()).contains("is no checkpoint");
        assertThat(home.resolve("new")).doesNotExist();
    }

    private Said restoreWith(Path checkpoint) {
        return run("restore", "backup", "--data", "new", "--keys", "data", "--checkpoint", checkpoint.toString());
    }

    private Said rehearse(String from) {
        return run("restore", from, "--rehearse");
    }

    private static Path one(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ending))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
