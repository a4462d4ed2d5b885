package org.muniment.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.workflow.WorkflowDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BackupCommandTest {
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

    private Said run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        var settings = new DataFolder.Settings(home.resolve("passphrase"), InstantSource.system(), ZoneOffset.UTC);
        int exit = OperatorTool.at(new Terminal(out, err, home, Terminal.Attention.PIPED), settings)
                .run(arguments);
        return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @BeforeEach
    void copyTheTemplate() throws IOException {
        if (!Files.exists(data)) keepMail();
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

    private void keepMail() throws IOException {
        mail("Budget");
        Files.writeString(data.resolve("mail.properties"), "host=mail.city.example\n");
        Files.createDirectories(data.resolve("deliveries/1"));
        Files.writeString(data.resolve("deliveries/1/release.pdf"), "%PDF");
        try (WorkflowDatabase database = WorkflowDatabase.in(data.resolve("workflow"))) {
            database.sql().sql("CREATE TABLE canary (word VARCHAR(20))").update();
            database.sql().sql("INSERT INTO canary VALUES ('kept')").update();
        }
        Files.createDirectories(data.resolve("workflow/review-files"));
        Files.writeString(data.resolve("workflow/review-files/1"), "sealed");
    }

    private void mail(String subject) throws IOException {
        Files.writeString(home.resolve(subject + ".eml"), "Subject: " + subject + "\r\n\r\nOn Tuesday.\r\n");
        assertThat(run("import", subject + ".eml").exit()).isZero();
    }

    @Test
    void aBackupHasMailDatabaseReleasesAndSettingsAndNoRootKey() throws Exception {
        Path to = home.resolve("backup");
        Said said = run("backup", "backup", "--json");
        assertThat(said.exit()).as(said.text() + said.errors()).isZero();
        assertThat(said.json().get("mailEntries").asLong()).isEqualTo(1);
        assertThat(to.resolve("BACKUP")).isRegularFile();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(to)))
                .isEqualTo("rwx------");
        assertThat(to.resolve("mail.properties")).hasContent("host=mail.city.example\n");
        assertThat(to.resolve("deliveries/1/release.pdf")).isRegularFile();
        assertThat(to.resolve("workflow/review-files/1")).isRegularFile();
        try (ZipFile database = new ZipFile(to.resolve("workflow/muniment.zip").toFile())) {
            assertThat(database.stream().map(entry -> entry.getName())).containsExactly("muniment.mv.db");
        }
        String key = HexFormat.of().formatHex(Files.readAllBytes(data.resolve("store/keys/root.p12")), 40, 72);
        for (Path file : filesIn(to))
            assertThat(HexFormat.of().formatHex(Files.readAllBytes(file)))
                    .as(file.toString())
                    .doesNotContain(key);
        assertThat(filesIn(to)).noneMatch(file -> file.toString().contains("root"));
        requireListed();
    }

    private void requireListed() throws Exception {
        var check = new ProcessBuilder("sha256sum", "-c", "--strict", "--quiet", "BACKUP.sha256")
                .directory(home.resolve("backup").toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(check.waitFor()).as(said).isZero();
    }

    @Test
    void aSecondBackupCopiesOnlyWhatIsNewAndDropsWhatIsGone() throws IOException {
        assertThat(run("backup", "backup").exit()).isZero();
        Files.delete(data.resolve("deliveries/1/release.pdf"));
        mail("Hearing");
        Said said = run("backup", "backup", "--json");
        assertThat(said.exit()).as(said.text() + said.errors()).isZero();
        // With the entry about the first backup.
        assertThat(said.json().get("mailEntries").asLong()).isEqualTo(3);
        assertThat(said.json().get("copiedFiles").asLong())
                .isLessThan(said.json().get("files").asLong());
        assertThat(home.resolve("backup/deliveries/1/release.pdf")).doesNotExist();
        assertThat(home.resolve("backup/.next")).doesNotExist();
    }

    @Test
    void aBackupIsCheckedWhereItLiesAndNeverWorkedOn() throws IOException {
        String key = run("health", "--json").json().get("key").asString();
        assertThat(run("backup", "backup").exit()).isZero();
        Said scrub = run("verify", "--level", "scrub", "--data", "backup");
        assertThat(scrub.exit()).as(scrub.toString()).isZero();
        assertThat(scrub.text()).contains("This is a backup");
        Said thirdParty = run("verify", "--level", "third-party", "--key", key, "--data", "backup");
        assertThat(thirdParty.exit()).as(thirdParty.toString()).isZero();
        Files.copy(data.resolve("store/keys/root.p12"), home.resolve("backup/store/keys/root.p12"));
        assertThat(run("import", "Budget.eml", "--data", "backup").errors())
                .contains("is a backup", "muniment restore");
    }

    @Test
    void aFolderWithOtherFilesOrAnothersBackupOrInsideTheDataIsRefused() throws IOException {
        Files.createDirectories(home.resolve("full"));
        Files.writeString(home.resolve("full/letter.txt"), "mine");
        assertThat(run("backup", "full").errors()).contains("no backup of Muniment's", "Name an empty folder");
        assertThat(run("backup", "data/backup").errors()).contains("one inside the other");
        assertThat(run("backup", "backup").exit()).isZero();
        assertThat(run("import", "Budget.eml", "--data", "other").exit()).isZero();
        assertThat(run("backup", "backup", "--data", "other").errors()).contains("not of this one");
        assertThat(run("backup", "backup", "--data", "nowhere").errors()).contains("There is no archive");
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
