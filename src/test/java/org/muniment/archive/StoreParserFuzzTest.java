package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever lies where a store should be: it is read, or refused in a sentence; in little memory and in little time.
class StoreParserFuzzTest {
    private static final Path GOLDEN = Path.of("src/test/resources/org/muniment/archive/golden-1");
    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    Path folder;

    @Test
    void nothingButRefusalsLeavesWhatReadsAStore() throws Exception {
        fuzz(1, 2);
    }

    @Test
    @Tag("long")
    void nothingButRefusalsLeavesItForHalfAMinute() throws Exception {
        fuzz(System.nanoTime(), 30);
    }

    private void fuzz(long seed, long seconds) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreParserFuzz.class.getName(),
                        GOLDEN.toString(),
                        folder.toString(),
                        Long.toString(seed),
                        Long.toString(seconds))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(seconds + PATIENCE_SECONDS, TimeUnit.SECONDS);
        if (!ended) process.destroyForcibly().waitFor();
        String said = java.nio.file.Files.readString(output, StandardCharsets.UTF_8);
        assertThat(said)
                .as("seed " + seed + (ended ? "" : ", which did not end"))
                .startsWith("ok ");
        System.out.println("store parsers, seed " + seed + ": " + said.strip() + " inputs in " + seconds + " s");
    }
}
