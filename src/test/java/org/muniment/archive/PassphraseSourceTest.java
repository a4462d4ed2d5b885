package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The passphrase may be in a file, in the environment, or in somebody's head.
class PassphraseSourceTest {
    private static final String SECRET = "correct horse battery staple, 42 times";

    @TempDir
    Path folder;

    private Fixture fixture;
    private ArchiveSettings inFile;

    @BeforeEach
    void begin() {
        fixture = new Fixture(folder);
        inFile = fixture.settings;
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    @Test
    void oneThatIsGivenOpensTheArchiveAndIsWrittenNowhere() throws IOException {
        fixture.settings = given(SECRET);
        fixture.open().close();
        fixture.open().close();
        assertThat(folder.resolve("secret")).doesNotExist();
        fixture.settings = given("another one of twenty characters");
        assertThatThrownBy(() -> open())
                .isInstanceOf(PassphraseIsWrong.class)
                .hasMessageContaining("The passphrase in MUNIMENT_PASSPHRASE")
                .hasMessageNotContaining("another one");
        fixture.settings = given("short");
        assertThatThrownBy(() -> Archive.open(folder.resolve("new"), fixture.settings, fixture.alarms, fixture.clock))
                .hasMessageContaining("MUNIMENT_PASSPHRASE is shorter than 20");
    }

    @Test
    void whoSitsAtTheTerminalIsAskedWhereThereIsNoFile() throws IOException {
        fixture.settings = given(SECRET);
        fixture.open().close();
        fixture.settings = asking(Optional.of(SECRET));
        fixture.open().close();
        fixture.settings = asking(Optional.empty());
        assertThatThrownBy(() -> open())
                .isInstanceOf(PassphraseIsMissing.class)
                .hasMessageContaining("MUNIMENT_PASSPHRASE_FILE")
                .hasMessageContaining("at a terminal");
    }

    @Test
    void theRealProcessTakesItFromTheEnvironmentAndShowsItNowhere() throws Exception {
        String first = run("import", "--data", "data", "one.eml");
        assertThat(first).contains("1");
        String second = run("verify", "--level", "quick", "--data", "data");
        assertThat(first + second).doesNotContain(SECRET);
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                        .doesNotContain(SECRET);
        }
    }

    private String run(String... arguments) throws Exception {
        Files.writeString(folder.resolve("one.eml"), "From: a@city.example\r\n\r\nHello\r\n");
        List<String> command = new java.util.ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath(),
                "org.muniment.Muniment"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("MUNIMENT_PASSPHRASE", SECRET);
        builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        var process = builder.start();
        assertThat(process.info().commandLine().orElse("")).doesNotContain(SECRET);
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(folder.resolve("config")).doesNotExist();
        return said;
    }

    /// Absolute, for the process runs in another folder.
    private static String classPath() {
        return java.util.Arrays.stream(System.getProperty("java.class.path").split(java.io.File.pathSeparator))
                .map(part -> Path.of(part).toAbsolutePath().toString())
                .collect(java.util.stream.Collectors.joining(java.io.File.pathSeparator));
    }

    private void open() throws IOException {
        Archive.open(fixture.data(), fixture.settings, fixture.alarms, fixture.clock)
                .close();
    }

    private ArchiveSettings given(String text) {
        return from(new PassphraseSource(
                Optional.of(text.toCharArray()), PassphraseSource.VARIABLE, _ -> Optional.empty()));
    }

    private ArchiveSettings asking(Optional<String> typed) {
        return from(
                new PassphraseSource(Optional.empty(), PassphraseSource.VARIABLE, _ -> typed.map(String::toCharArray)));
    }

    private ArchiveSettings from(PassphraseSource source) {
        return new ArchiveSettings(
                inFile.passphraseFile(),
                source,
                Optional.empty(),
                inFile.segmentBytesMax(),
                inFile.segmentAgeMax(),
                inFile.queueBytesMax(),
                inFile.diskFreeShareMin(),
                inFile.publishEvery(),
                inFile.random());
    }
}
