package org.muniment.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.merklelog.LogKey;
import tools.jackson.databind.json.JsonMapper;

class VerifyNoteCommandTest {
    private static final LogKey KEY = LogKey.of("archive.example", LogKey.generatePair(new SecureRandom()));

    @TempDir
    Path home;

    private record Said(int exit, String text, String errors) {}

    @BeforeEach
    void release() throws Exception {
        Files.writeString(home.resolve("0001.pdf"), "a page");
        Files.writeString(
                home.resolve("manifest.json"),
                "{\"files\": [{\"name\": \"0001.pdf\", \"sha256\": \"%s\"}]}".formatted(sha256("0001.pdf")));
        signed("%s  manifest.json\n".formatted(sha256("manifest.json")));
    }

    @Test
    void aReleaseThatIsAsItWasSignedIsSaidToBe() {
        Said said = checked();
        assertThat(said.exit()).as(said.errors()).isZero();
        assertThat(said.text()).isEqualTo("""
                archive.example/release/v1
                as signed  manifest.json
                as signed  0001.pdf
                Signed by the key that was given, and every file is as it was signed.
                """);
    }

    @Test
    void aFileThatIsNotAsItWasSignedIsNamed() throws Exception {
        Files.writeString(home.resolve("0001.pdf"), "a pagE");
        assertThat(checked().exit()).isEqualTo(1);
        assertThat(checked().text()).contains("changed    0001.pdf", "NOT every file");
        Files.delete(home.resolve("0001.pdf"));
        assertThat(checked().exit()).isEqualTo(1);
        assertThat(checked().text()).contains("missing    0001.pdf");
        Files.writeString(home.resolve("0002.pdf"), "planted");
        assertThat(checked().text()).contains("unsigned   0002.pdf");
        Files.writeString(home.resolve("manifest.json"), "{\"files\": []}");
        assertThat(checked().text()).contains("changed    manifest.json", "unsigned   0002.pdf");
    }

    @Test
    void aNoteThatAnotherKeySignedIsNotBelieved() throws Exception {
        String other = LogKey.of("archive.example", LogKey.generatePair(new SecureRandom()))
                .verifier()
                .toString();
        Said said = run("verify-note", "manifest.note", "--key", other);
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.errors()).contains("manifest.note: the note is not signed by the key");
        assertThat(said.text()).isEmpty();
        byte[] note = Files.readAllBytes(home.resolve("manifest.note"));
        for (int at = 0; at < note.length; at++) {
            byte[] changed = note.clone();
            changed[at] ^= 1;
            Files.write(home.resolve("manifest.note"), changed);
            assertThat(checked().exit()).as("byte %d changed", at).isEqualTo(1);
        }
    }

    @Test
    void aNoteLeadsToNoOtherFolderAndALinkIsNoFile() throws Exception {
        signed("%s  ../manifest.json\n".formatted(sha256("manifest.json")));
        assertThat(checked().errors()).contains("names no file: ");
        signed("");
        assertThat(checked().errors()).contains("names no file.");
        Files.createSymbolicLink(home.resolve("link"), home.resolve("0001.pdf"));
        signed("%s  link\n".formatted(sha256("0001.pdf")));
        assertThat(checked().text()).contains("missing    link");
    }

    @Test
    void whatCannotBeMeantIsSaidInASentence() throws Exception {
        assertThat(run("verify-note", "nowhere.note", "--key", KEY.verifier().toString())
                        .exit())
                .isEqualTo(2);
        Said wrong = run("verify-note", "manifest.note", "--key", "archive.example");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.errors()).contains("--key: a verifier key is spelled name+hash+key");
        Said unfinished = run("verify-note", "manifest.note");
        assertThat(unfinished.exit()).isEqualTo(2);
        assertThat(unfinished.errors())
                .isEqualTo(
                        "muniment: Missing required option: '--key=KEY'. `muniment verify-note --help` explains it.\n");
        Said json = run(
                "verify-note",
                "manifest.note",
                "--json",
                "--key",
                KEY.verifier().toString());
        assertThat(JsonMapper.shared()
                        .readTree(json.text())
                        .at("/files/1/state")
                        .asString())
                .isEqualTo("AS_SIGNED");
    }

    private void signed(String lines) throws IOException {
        Files.writeString(
                home.resolve("manifest.note"),
                KEY.sign("archive.example/release/v1\n" + lines).toString());
    }

    private Said checked() {
        return run("verify-note", "manifest.note", "--key", KEY.verifier().toString());
    }

    private String sha256(String name) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(home.resolve(name))));
    }

    private Said run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(out, err, home, Terminal.Attention.PIPED);
        DataFolder.Settings settings =
                new DataFolder.Settings(home.resolve("passphrase"), InstantSource.system(), ZoneOffset.UTC);
        int exit = OperatorTool.at(terminal, settings).run(arguments);
        return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
