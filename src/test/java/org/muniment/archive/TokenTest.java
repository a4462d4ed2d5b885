package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Root keys in a token, tried with SoftHSM through Java's own provider.
class TokenTest {
    static final Path MODULE = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    private static final Pattern SLOT = Pattern.compile("slot ([0-9]+)\\s*$");
    private static final String PIN = "2468";

    @TempDir
    Path folder;

    @Test
    void anArchiveLivesWithItsRootKeysInATokenAndRefusesInSentencesWithoutIt() throws Exception {
        initialise();
        configure("other.cfg", MODULE, token("other"));
        configure("gone.cfg", MODULE, "4242");
        configure("module.cfg", folder.resolve("nothing.so"), "1");

        var begun = run("begin");
        assertThat(begun).containsKey("secret");
        assertThat(folder.resolve("data/store/keys/token")).exists();
        var later = run("go-on");
        assertThat(later).containsEntry("secret", begun.get("secret")).containsEntry("whole", "30 read, wrong []");
        assertThat(later.get("older-keys")).contains("-root-1-");
        assertThat(later.get("older-keys-later")).isEqualTo("[]");
        assertThat(later.get("versions")).contains("number=2").doesNotContain("number=1");
        assertThat(later.get("escrow")).contains("in a token", "Back the token up");
        refuses(run("refusals"), begun.get("secret"));
    }

    @Test
    void aRotationOfOneCopyTakesNoKeyFromAnother() throws Exception {
        begin();
        Path copy = folder.resolve("copy");
        copy(folder.resolve("data"), copy.resolve("data"));
        assertThat(run("rotate")).containsEntry("whole", "20 read, wrong []");
        assertThat(run("rotate", copy)).containsEntry("whole", "20 read, wrong []");
        assertThat(run("rotate")).containsEntry("whole", "30 read, wrong []");
    }

    @Test
    void theKeysInTheTokenOpenWhatAnOlderKeystoreDoesNotName() throws Exception {
        begin();
        Path keystore = folder.resolve("data/store/keys/root.p12");
        byte[] older = Files.readAllBytes(keystore);
        run("rotate");
        byte[] both = Files.readAllBytes(keystore);
        Files.write(keystore, older);
        assertThat(run("read").get("whole")).startsWith("20 read");
        Files.write(keystore, both);
        run("go-on");
        Files.write(keystore, both);
        assertThat(run("read").get("whole")).startsWith("40 read");
    }

    @Test
    void mailIsTakenAgainByItselfOnceATokenThatWasAwayIsBack() throws Exception {
        begin();
        var said = run("away");
        assertThat(said.get("refused")).contains("The token with the root keys does not answer");
        assertThat(said.get("alarm")).contains("TOKEN_AWAY");
        assertThat(said.get("alarm-later")).isEqualTo("[]");
        assertThat(said.get("read-only")).isEqualTo("Optional.empty");
        assertThat(said.get("whole")).endsWith("wrong []");
    }

    private void begin() throws IOException, InterruptedException {
        initialise();
        run("begin");
    }

    private void initialise() throws IOException, InterruptedException {
        assumeTrue(Files.exists(MODULE), "the Debian package softhsm2 is missing; ./check installs it");
        Files.createDirectories(folder.resolve("tokens"));
        Files.writeString(
                folder.resolve("softhsm2.conf"),
                "directories.tokendir = " + folder.resolve("tokens") + "\nobjectstore.backend = file\n");
        configure("token.cfg", MODULE, token("archive"));
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.filter(it -> !it.equals(from)).toList())
                Files.copy(each, to.resolve(from.relativize(each)));
        }
    }

    private void refuses(Map<String, String> said, String secret) {
        assertThat(said).containsEntry("whole", "30 read, wrong []").containsEntry("secret", secret);
        assertThat(said.get("not-named")).contains("are in a token", "MUNIMENT_PKCS11");
        assertThat(said.get("slot-gone")).contains("gone.cfg", "`slot = NUMBER`");
        assertThat(said.get("no-module")).contains("TokenIsMissing: ", "module.cfg", "`library");
        assertThat(said.get("no-pin")).contains("PIN", "is missing", "MUNIMENT_PASSPHRASE");
        assertThat(said.get("wrong-pin"))
                .contains("PinIsWrong: ", "PIN in MUNIMENT_PASSPHRASE does not open", "Do not guess");
        assertThat(said.get("other-token")).contains("other.cfg", "serial number", "the PIN was not sent");
        assertThat(said.get("other-serial-accepted")).contains("other.cfg", "has no key muniment-", "right token");
        assertThat(said.get("damaged")).contains("is not what was written", "latest backup");
        assertThat(said.get("not-used")).contains("MUNIMENT_PKCS11 names a token", "put that one file back");
    }

    /// Returns the number of the new token's slot.
    private String token(String label) throws IOException, InterruptedException {
        String said = output(new ProcessBuilder(
                "softhsm2-util", "--init-token", "--free", "--label", label, "--pin", PIN, "--so-pin", "13579"));
        var slot = SLOT.matcher(said);
        assertThat(slot.find()).as(said).isTrue();
        return slot.group(1);
    }

    private void configure(String file, Path module, String slot) throws IOException {
        Files.writeString(folder.resolve(file), "library = " + module + "\nslot = " + slot + "\n");
    }

    private Map<String, String> run(String stage) throws IOException, InterruptedException {
        return run(stage, folder);
    }

    private Map<String, String> run(String stage, Path at) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                TokenArchive.class.getName(),
                stage,
                at.toString());
        process.environment().put("MUNIMENT_PKCS11", folder.resolve("token.cfg").toString());
        process.environment().put("MUNIMENT_PASSPHRASE", PIN);
        return output(process)
                .lines()
                .filter(line -> line.contains(" "))
                .map(line -> List.of(line.split(" ", 2)))
                .collect(Collectors.toMap(List::getFirst, List::getLast, (_, last) -> last));
    }

    private String output(ProcessBuilder program) throws IOException, InterruptedException {
        program.environment()
                .put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
        Path errors = folder.resolve("errors");
        Process process = program.redirectError(errors.toFile()).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said + Files.readString(errors)).isZero();
        return said;
    }
}
