package org.muniment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// No container engine and no systemd run these files here; this is what of them can be checked all the same.
class PackagingTest {
    private static final Pattern OPTION = Pattern.compile("(?<=[ \"])--[a-z-]+(?=[ \"]|$)");

    @Test
    void theImageDeclaresTheDoorsThatServeOpensByItself() throws IOException {
        CommandLine serve = new CommandLine(new ServeCommand());
        List<String> doors = Arrays.asList("--https", "--http", "--smtp");
        String expected = "EXPOSE "
                + String.join(
                        " ", doors.stream().map(door -> byDefault(serve, door)).toList());
        assertThat(text("docker/Dockerfile"))
                .contains(expected)
                .contains("127.0.0.1:" + byDefault(serve, "--management") + "/actuator/health/liveness");
        assertThat(text("docker/compose.yaml")).contains("443:" + byDefault(serve, "--https"));
    }

    @Test
    void everyOptionOfServeThatIsWrittenThereIsOne() throws IOException {
        List<String> known = new CommandLine(new ServeCommand())
                .getCommandSpec().options().stream()
                        .flatMap(option -> Arrays.stream(option.names()))
                        .toList();
        for (String file : List.of("docker/Dockerfile", "docker/compose.yaml", "packaging/muniment.service")) {
            text(file)
                    .lines()
                    .filter(line -> line.contains("serve"))
                    .map(line -> line.substring(line.indexOf("serve")))
                    .flatMap(line -> OPTION.matcher(line).results().map(found -> found.group()))
                    .forEach(option -> assertThat(known).as(file).contains(option));
        }
    }

    @Test
    void temporaryFilesLieWhereTheCompressionLibraryCanRun() throws IOException {
        assertThat(text("docker/compose.yaml")).contains("/tmp:exec,");
        assertThat(text("packaging/muniment.service"))
                .contains("-Djava.io.tmpdir=/var/lib/muniment/tmp")
                .contains("StateDirectory=muniment muniment/tmp");
    }

    @Test
    void noImageIsMadeOfWhatLiesAboutOnTheBuildersMachine() throws IOException {
        assertThat(text(".dockerignore").lines())
                .contains("target", "frontend/node_modules", "frontend/dist", "data", "demo-data");
    }

    private static String byDefault(CommandLine serve, String option) {
        Object value = serve.getCommandSpec().findOption(option).getValue();
        return String.valueOf(value);
    }

    private static String text(String file) throws IOException {
        return Files.readString(Path.of(file));
    }
}
