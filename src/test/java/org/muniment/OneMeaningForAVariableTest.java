package org.muniment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// A variable of the environment means one thing: no two classes name the same one as theirs.
class OneMeaningForAVariableTest {
    private static final Pattern NAMED = Pattern.compile("(?:= |getenv\\()\"(MUNIMENT_[A-Z0-9_]+)\"");

    @Test
    void noTwoClassesReadOneVariable() throws IOException {
        Map<String, TreeSet<Path>> readers = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(it -> it.toString().endsWith(".java")).toList())
                NAMED.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> readers.computeIfAbsent(found.group(1), _ -> new TreeSet<>())
                                .add(file));
        }
        assertThat(readers).containsKeys("MUNIMENT_TOKEN", "MUNIMENT_PKCS11");
        assertThat(readers.values()).allSatisfy(files -> assertThat(files).hasSize(1));
    }
}
