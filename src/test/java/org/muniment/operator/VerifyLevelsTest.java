package org.muniment.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class VerifyLevelsTest {
    @TempDir
    Path home;

    private String key;

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
    void keepOneMessage() throws IOException {
        Files.writeString(home.resolve("one.eml"), "Subject: Budget\r\n\r\nOn Tuesday.\r\n");
        assertThat(run("import", "one.eml").exit()).isZero();
        key = run("health", "--json").json().get("key").asString();
    }

    @Test
    void aScrubNeedsNoPassphraseAndSaysWhatItDidNotLookAt() throws IOException {
        Files.delete(home.resolve("passphrase"));
        Said said = run("verify", "--level", "scrub");
        assertThat(said.exit()).as(said.errors()).isZero();
        assertThat(said.text()).contains("1 entries checked (scrub): all well.", "No key was used", "was not kept");
        assertThat(home.resolve("data/verification")).doesNotExist();
    }

    @Test
    void aThirdPartyChecksACopyWithThePublicKeyOfTheCity() throws IOException {
        Path log = home.resolve("data/store/log");
        Said said = run("verify", "--level", "third-party", "--key", key, "--json");
        assertThat(said.json().get("level").asString()).isEqualTo("third-party");
        assertThat(said.json().get("ok").asBoolean()).as(said.text()).isTrue();
        assertThat(said.text()).contains("Nobody outside vouches for this copy");
        assertThat(log).isDirectory();
        assertThat(run("verify", "--level", "third-party").exit()).isEqualTo(Answer.WRONG_USE);
        assertThat(run("verify", "--level", "third-party", "--key", key, "--data", "elsewhere")
                        .errors())
                .contains("no log of this key");
    }

    @Test
    void anUnknownLevelNamesThoseThatThereAre() {
        Said said = run("verify", "--level", "deep");
        assertThat(said.exit()).isEqualTo(Answer.WRONG_USE);
        assertThat(said.errors()).contains("quick, scrub, full, third-party");
    }
}
