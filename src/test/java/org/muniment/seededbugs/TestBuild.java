package org.muniment.seededbugs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.tools.ToolProvider;

/// The classes with a bug in them, in a folder that comes before those of the product.
final class TestBuild {
    private static final long PATIENCE_SECONDS = 240;
    private static final List<String> JAVA = List.of(
            "-Xmx1g",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true");

    private final Path folder;

    TestBuild(Path folder) {
        this.folder = folder;
    }

    /// @param word `GREEN`, `RED` or `BROKEN`
    record Verdict(String word, String sentence, double seconds) {}

    /// Runs a bug's test on the code with that bug.
    Verdict with(SeededBug bug) throws IOException, InterruptedException {
        Path overlay = Files.createDirectories(folder.resolve(bug.number()).resolve("classes"));
        compile(bug, overlay);
        return run(bug, overlay + File.pathSeparator);
    }

    /// Runs a bug's test on the code as it is.
    Verdict without(SeededBug bug) throws IOException, InterruptedException {
        return run(bug, "");
    }

    private void compile(SeededBug bug, Path overlay) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String file : bug.patch().files()) {
            Path source = folder.resolve(bug.number()).resolve(file);
            Files.createDirectories(source.getParent());
            Files.writeString(source, bug.patch().applied(file, Files.readString(Path.of(file))));
            sources.add(source);
        }
        List<String> options =
                List.of("-proc:none", "-nowarn", "-parameters", "-g", "-d", overlay.toString(), "-cp", classPath());
        var said = new StringWriter();
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var units = files.getJavaFileObjectsFromPaths(sources);
            assertThat(compiler.getTask(said, files, null, options, null, units).call())
                    .as("bug " + bug.number() + " compiles: " + said)
                    .isTrue();
        }
    }

    private Verdict run(SeededBug bug, String before) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(JAVA);
        command.addAll(bug.options());
        command.addAll(List.of("-cp", before + classPath(), OneTest.class.getName(), bug.qualifiedTest()));
        Path output = Files.createTempFile(folder, bug.number(), ".output");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!ended) process.destroyForcibly().waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        return verdict(ended ? Files.readAllLines(output) : List.of("BROKEN it did not end"), seconds);
    }

    private static Verdict verdict(List<String> output, double seconds) {
        String last = output.isEmpty() ? "BROKEN it said nothing" : output.getLast();
        String[] words = last.split(" ", 2);
        return new Verdict(words[0], words.length > 1 ? words[1] : "", seconds);
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }
}
