package org.muniment.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.AlarmKind;
import org.muniment.alarm.Alarms;

class DamagedFolderTest {
    @TempDir
    Path home;

    private record Said(int exit, String text, String errors) {}

    private Said run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit = OperatorTool.at(
                        new Terminal(out, err, home, Terminal.Attention.PIPED),
                        new DataFolder.Settings(home.resolve("passphrase"), InstantSource.system(), ZoneOffset.UTC))
                .run(arguments);
        return new Said(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aDamagedLogStopsWritingButNotReadingAndEveryCommandSaysSo() throws Exception {
        Files.writeString(home.resolve("one.eml"), "Subject: zebra\r\n\r\nquokka\r\n");
        Files.writeString(home.resolve("two.eml"), "Subject: gnu\r\n\r\nwombat\r\n");
        assertThat(run("import", "one.eml").exit()).isZero();
        damage(checkpoint());

        assertThat(run("search", "quokka").text()).contains("1 messages");
        assertThat(run("show", "--raw", "0").text()).contains("quokka");
        Said health = run("health");
        assertThat(health.exit()).isEqualTo(Answer.NO);
        assertThat(health.text()).as(health.errors()).contains("ALARM").doesNotContain("should not have happened");
        Said refused = run("import", "two.eml");
        assertThat(refused.exit()).isEqualTo(Answer.NO);
        assertThat(refused.text() + refused.errors()).doesNotContain("should not have happened");
        assertThat(run("verify").exit()).isEqualTo(Answer.NO);
        assertThat(run("search", "wombat").text()).contains("0 messages");
    }

    @Test
    void aQuickCheckDoesNotTakeBackWhatAFullOneFound() throws Exception {
        Files.writeString(home.resolve("one.eml"), "Subject: zebra\r\n\r\nquokka\r\n");
        assertThat(run("import", "one.eml").exit()).isZero();
        try (Alarms alarms = Alarms.in(home.resolve("data/workflow"), InstantSource.system())) {
            alarms.raise(AlarmKind.VERIFICATION_FAILED, "1 findings, first: a changed byte");
        }

        assertThat(run("verify").exit()).isZero();
        assertThat(run("health").text()).contains("a changed byte");

        assertThat(run("verify", "--level", "full").exit()).isZero();
        assertThat(run("health").text()).doesNotContain("a changed byte");
    }

    private Path checkpoint() throws Exception {
        try (Stream<Path> files = Files.walk(home.resolve("data/store/log"))) {
            return files.filter(file -> file.getFileName().toString().equals("checkpoint"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void damage(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }
}
