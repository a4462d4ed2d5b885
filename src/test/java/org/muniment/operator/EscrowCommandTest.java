package org.muniment.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.Alarm;
import org.muniment.alarm.AlarmKind;
import org.muniment.archive.Escrow;
import org.muniment.archive.Holder;
import org.muniment.audit.Act;
import org.muniment.audit.AuditEntry;

/// The root keys, sealed to a second person: what is lost comes back with them, and with nothing else.
class EscrowCommandTest {
    @TempDir
    static Path template;

    @TempDir
    Path temporary;

    private Path home = template;
    private Path data = template.resolve("data");
    private InstantSource clock = InstantSource.system();

    record Said(int exit, String text, String errors) {}

    private DataFolder.Settings settings() {
        return new DataFolder.Settings(home.resolve("passphrase"), clock, ZoneOffset.UTC);
    }

    private Said run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = OperatorTool.at(new Terminal(out, err, home, Terminal.Attention.PIPED), settings())
                .run(arguments);
        return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private String done(String... arguments) {
        Said said = run(arguments);
        assertThat(said.exit()).as(String.join(" ", arguments) + ": " + said).isZero();
        return said.text();
    }

    @BeforeEach
    void copyTheTemplate() throws Exception {
        if (!Files.exists(data)) keepThreeMessagesAndSealTheKeys();
        home = temporary.resolve("home");
        data = home.resolve("data");
        try (Stream<Path> all = Files.walk(template)) {
            for (Path one : all.toList()) {
                Path place = home.resolve(template.relativize(one).toString());
                if (Files.isDirectory(one)) Files.createDirectories(place);
                else Files.copy(one, place, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private void keepThreeMessagesAndSealTheKeys() throws Exception {
        Files.createDirectories(home.resolve("mail"));
        for (String subject : List.of("Budget", "Hearing", "Minutes"))
            Files.writeString(
                    home.resolve("mail").resolve(subject + ".eml"), "Subject: " + subject + "\r\n\r\nOn Tuesday.\r\n");
        done("import", "mail");
        try (DataFolder folder = DataFolder.open(data, settings())) {
            folder.audit()
                    .record(new AuditEntry(
                            Act.COMMAND_RUN, ToolReader.operator(Caller.here()), Optional.empty(), "begun", List.of()));
        }
        Holder.in(home, "Clerk", 3072, Instant.now());
        Holder.in(home, "Other", 3072, Instant.now());
        done("keys", "escrow", "--to", "Clerk-cert.pem", "--out", "keys.escrow");
    }

    private Holder clerk() {
        return new Holder(home.resolve("Clerk-cert.pem"), home.resolve("Clerk-key.pem"));
    }

    private Said open(String file, String key) {
        return run("keys", "escrow", "open", file, "--key", key);
    }

    private void loseBothKeystores() throws IOException {
        Files.delete(data.resolve("store/keys/root.p12"));
        Files.delete(data.resolve("audit/store/keys/root.p12"));
    }

    private void isWhole() {
        assertThat(done("verify", "--level", "full")).contains("all well");
        try (DataFolder folder = DataFolder.open(data, settings())) {
            assertThat(folder.archive().rootKeys().escrows().missing()).isEmpty();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void lostKeystoresComeBackWithTheHoldersKeyAndAFullCheckIsClean() throws IOException {
        loseBothKeystores();
        assertThat(run("verify", "--level", "full").errors()).contains("restore it from its escrow");
        Said said = open("keys.escrow", "Clerk-key.pem");
        assertThat(said.exit()).as(said.toString()).isZero();
        assertThat(said.text()).contains("root keys [1] of the archive", "[1] of the audit trail", "every segment");
        isWhole();
    }

    @Test
    void withALostPassphraseTheKeysGoUnderANewOne() throws IOException {
        String before = Files.readString(home.resolve("passphrase"));
        Files.delete(home.resolve("passphrase"));
        Said said = open("keys.escrow", "Clerk-key.pem");
        assertThat(said.exit()).as(said.toString()).isZero();
        assertThat(Files.readString(home.resolve("passphrase"))).isNotEqualTo(before);
        isWhole();
    }

    @Test
    void aKeystoreOfTheTwoThatIsNotLostIsLeftAlone() throws IOException {
        Path audit = data.resolve("audit/store/keys/root.p12");
        byte[] before = Files.readAllBytes(audit);
        Files.delete(data.resolve("store/keys/root.p12"));
        Said said = open("keys.escrow", "Clerk-key.pem");
        assertThat(said.exit()).as(said.toString()).isZero();
        assertThat(Files.readAllBytes(audit)).isEqualTo(before);
        isWhole();
    }

    @Test
    void whenTheWholeMachineIsLostTheEscrowAndABackupBringEverythingBack() throws IOException {
        done("backup", "backup");
        Files.delete(home.resolve("passphrase"));
        Files.move(data, home.resolve("lost"));
        assertThat(done("keys", "escrow", "open", "keys.escrow", "--key", "Clerk-key.pem", "--keys", "opened"))
                .contains("muniment restore BACKUP");
        assertThat(run("keys", "escrow", "open", "keys.escrow", "--key", "Clerk-key.pem", "--keys", "opened")
                        .errors())
                .contains("exists already");
        done("restore", "backup", "--data", "data", "--keys", "opened");
        isWhole();
        // Its log has another name now; the escrow made before still opens it.
        loseBothKeystores();
        done("keys", "escrow", "open", "keys.escrow", "--key", "Clerk-key.pem");
        isWhole();
    }

    @Test
    void whereNothingIsLostNothingIsReplaced() throws IOException {
        byte[] before = Files.readAllBytes(data.resolve("store/keys/root.p12"));
        Said said = open("keys.escrow", "Clerk-key.pem");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.text()).contains("Nothing is lost", "Nothing was changed");
        assertThat(Files.readAllBytes(data.resolve("store/keys/root.p12"))).isEqualTo(before);
    }

    @Test
    void anotherKeyAnotherFileOrADamagedOneOpensNothing() throws IOException {
        loseBothKeystores();
        assertThat(open("keys.escrow", "Other-key.pem").errors())
                .contains("does not open the file", "Nothing was changed");
        assertThat(open("keys.escrow", "Clerk-cert.pem").errors()).contains("holds no private key", "openssl pkey");
        assertThat(open("mail/Budget.eml", "Clerk-key.pem").errors()).contains("no file of `muniment keys escrow`");
        assertThat(open("nowhere", "Clerk-key.pem").errors()).contains("There is no file");
        byte[] whole = Files.readAllBytes(home.resolve("keys.escrow"));
        for (int at = 0; at < whole.length; at += 97) {
            byte[] damaged = whole.clone();
            damaged[at] ^= 1;
            Files.write(home.resolve("damaged"), damaged);
            assertThat(open("damaged", "Clerk-key.pem").errors())
                    .as("byte " + at)
                    .contains("damaged");
        }
        assertThat(data.resolve("store/keys/root.p12")).doesNotExist();
        assertThat(open("keys.escrow", "Clerk-key.pem").exit()).isZero();
        isWhole();
    }

    @Test
    void theEscrowOfAnotherArchiveIsRefused() throws IOException {
        done("import", "mail", "--data", "foreign");
        Files.delete(home.resolve("foreign/store/keys/root.p12"));
        Said said = run("keys", "escrow", "open", "keys.escrow", "--key", "Clerk-key.pem", "--data", "foreign");
        assertThat(said.errors()).contains("not of this archive", "Nothing was changed");
        assertThat(home.resolve("foreign/store/keys/root.p12")).doesNotExist();
    }

    @Test
    void anEscrowFromBeforeARotationIsMissingARootAndSaysSo() throws IOException {
        done("keys", "rotate");
        try (DataFolder folder = DataFolder.open(data, settings())) {
            assertThat(folder.archive().rootKeys().escrows().missing()).containsExactly(2);
        }
        loseBothKeystores();
        assertThat(open("keys.escrow", "Clerk-key.pem").errors())
                .contains("do not open this store", "version 2", "Nothing was changed");
        assertThat(data.resolve("store/keys/root.p12")).doesNotExist();
    }

    @Test
    void anEscrowIsNeverWrittenIntoTheDataFolderNorOverAnotherFileNorToAWeakKey() throws Exception {
        assertThat(seal("Clerk-cert.pem", "data/keys.escrow").errors()).contains("must not be in the data folder");
        assertThat(seal("Clerk-cert.pem", "keys.escrow").errors()).contains("exists already");
        assertThat(seal("Clerk-cert.pem", "nowhere/keys.escrow").errors()).contains("There is no folder");
        assertThat(seal("Clerk-key.pem", "new.escrow").errors()).contains("holds no X.509 certificate");
        Holder.in(home, "Weak", 2048, Instant.now());
        assertThat(seal("Weak-cert.pem", "new.escrow").errors()).contains("no RSA key of 3072 bits");
        Holder.in(home, "Late", 3072, Instant.now().minus(Duration.ofDays(9999)));
        assertThat(seal("Late-cert.pem", "new.escrow").errors()).contains("not now", "needs a new one");
        assertThat(run("keys", "escrow").errors()).contains("needs --to");
        assertThat(home.resolve("new.escrow")).doesNotExist();
    }

    private Said seal(String certificate, String out) {
        return run("keys", "escrow", "--to", certificate, "--out", out);
    }

    @Test
    void opensslOpensTheFileToo() throws Exception {
        assertThat(clerk().decrypts(home.resolve("keys.escrow"))).contains("\"keystore\"", "\"passphrase\"");
        assertThat(Files.readString(home.resolve("keys.escrow")))
                .contains("root keys 1", "holder CN=Clerk")
                .doesNotContain("passphrase");
    }

    @Test
    void aHolderAttestsWithTheirSignatureAndNothingElseIsBelieved() throws Exception {
        String text = done("keys", "escrow", "attest", "--to", "Clerk-cert.pem", "--root", "1");
        assertThat(text).contains("muniment escrow attestation v2", "root 1");
        clerk().signs(text, home.resolve("signed"));
        assertThat(attest("Other-cert.pem", "1", "signed").errors())
                .contains("CN=Other holds no version 1", "CN=Clerk");
        assertThat(attest("Clerk-cert.pem", "2", "signed").errors()).contains("holds no version 2");
        assertThat(attest("Clerk-cert.pem", "1", "mail/Budget.eml").errors()).contains("no statement signed by");
        new Holder(home.resolve("Other-cert.pem"), home.resolve("Other-key.pem")).signs(text, home.resolve("other"));
        assertThat(attest("Clerk-cert.pem", "1", "other").errors()).contains("not signed by CN=Clerk");
        for (List<String> wrong : List.of(
                List.of("root 1", "root 2", "about version 2"),
                List.of("date 2", "date 3", "still to come"),
                List.of("sealed entry ", "sealed entry 1", "names other files"),
                List.of("any medium", "one medium", "another text"),
                List.of("archive ", "archive other.", "about the archive other."))) {
            clerk().signs(text.replace(wrong.get(0), wrong.get(1)), home.resolve("wrong"));
            assertThat(attest("Clerk-cert.pem", "1", "wrong").errors()).contains(wrong.get(2));
        }
        assertThat(attest("Clerk-cert.pem", "1", "signed").text()).contains("Written down", "no copy of version 1");
        assertThat(attest("Clerk-cert.pem", "1", "signed").errors()).contains("Nobody holds any");
        try (DataFolder folder = DataFolder.open(data, settings())) {
            assertThat(folder.archive().rootKeys().escrows().missing()).containsExactly(1);
        }
    }

    private Said attest(String certificate, String root, String signed) {
        return run("keys", "escrow", "attest", "--to", certificate, "--root", root, "--signed", signed);
    }

    @Test
    void theAlarmStandsFromTheSecondDayUntilEveryVersionIsHeld() throws IOException {
        done("keys", "rotate");
        assertThat(standing()).isEmpty();
        clock = () -> Instant.now().plus(Duration.ofDays(2));
        assertThat(standing())
                .singleElement()
                .asString()
                .contains("version 2 of the archive's root key", "version 2 of the audit trail's");
        done("keys", "escrow", "--to", "Other-cert.pem", "--out", "other.escrow");
        try (DataFolder folder = DataFolder.open(data, settings())) {
            assertThat(escrowAlarms(folder)).isEmpty();
        }
        assertThat(standing()).isEmpty();
    }

    @Test
    void theFirstStartAndEachLaterOneOfferItUntilItIsDone() throws IOException {
        try (DataFolder folder = DataFolder.open(home.resolve("new"), settings())) {
            assertThat(EscrowWatch.offer(folder).orElseThrow())
                    .contains("holds version 1 of the archive's root key", "muniment keys escrow --to CERT.pem");
        }
        try (DataFolder folder = DataFolder.open(data, settings())) {
            assertThat(EscrowWatch.offer(folder)).isEmpty();
        }
        done("keys", "rotate");
        try (DataFolder folder = DataFolder.open(data, settings())) {
            assertThat(EscrowWatch.offer(folder).orElseThrow())
                    .contains("version 2 of the archive's root key, nor version 2 of the audit trail's.");
        }
    }

    @Test
    void aRootThatWasDestroyedAndCameBackIsDestroyedAfterTheStartWithAnAlarm() throws IOException {
        done("keys", "rotate");
        done("keys", "escrow", "--to", "Clerk-cert.pem", "--out", "both.escrow");
        try (DataFolder folder = DataFolder.open(data, settings())) {
            folder.archive().rootKeys().destroy(1);
        }
        Files.delete(data.resolve("store/keys/root.p12"));
        var escrow = Escrow.open(
                Files.readAllBytes(home.resolve("both.escrow")), Files.readAllBytes(home.resolve("Clerk-key.pem")));
        escrow.giveBack(data, settings().archive());
        try (DataFolder folder = DataFolder.open(data, settings());
                EscrowWatch watch = new EscrowWatch(folder)) {
            assertThat(folder.archive().rootKeys().versions()).hasSize(2);
            watch.look();
            assertThat(folder.archive().rootKeys().versions()).hasSize(1);
            assertThat(folder.alarms().standing())
                    .filteredOn(alarm -> alarm.kind() == AlarmKind.ROOT_CAME_BACK)
                    .singleElement()
                    .satisfies(alarm -> assertThat(alarm.sentence()).contains("version [1] of the archive's root key"));
        }
    }

    private List<String> standing() throws IOException {
        try (DataFolder folder = DataFolder.open(data, settings());
                EscrowWatch watch = new EscrowWatch(folder)) {
            watch.look();
            watch.look();
            return escrowAlarms(folder);
        }
    }

    private static List<String> escrowAlarms(DataFolder folder) {
        return folder.alarms().standing().stream()
                .filter(alarm -> alarm.kind() == AlarmKind.ESCROW_MISSING)
                .map(Alarm::sentence)
                .toList();
    }
}
