package org.muniment.seededbugs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// A test that was never red proves nothing. See docs/seeded-bugs.md.
class SeededBugsTest {
    /// `-Dseeded-bugs=01,07` takes these alone; `-Dseeded-bugs.write=true` writes the table.
    private static final String CHOSEN = "seeded-bugs";

    @TempDir
    static Path folder;

    private final Map<String, String> greenBefore = new HashMap<>();

    @Test
    void eachBugStillFitsTheCodeAndNamesATestThatIsThere() throws Exception {
        List<SeededBug> bugs = SeededBug.all(List.of());
        assertThat(bugs).extracting(SeededBug::number).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(40);
        for (SeededBug bug : bugs) {
            for (String file : bug.patch().files()) {
                String source = Files.readString(Path.of(file));
                assertThat(bug.patch().applied(file, source)).as(file).isNotEqualTo(source);
            }
            String[] test = bug.qualifiedTest().split("#", 2);
            assertThat(Class.forName(test[0]).getDeclaredMethods())
                    .as("bug " + bug.number())
                    .anyMatch(method -> method.getName().equals(test[1]));
        }
    }

    @Test
    void theTableHasARowForEachBug() throws IOException {
        Map<String, String> rows = SeededBugTable.read().rows();
        List<SeededBug> bugs = SeededBug.all(List.of());
        assertThat(rows.keySet())
                .containsExactlyElementsOf(bugs.stream().map(SeededBug::number).toList());
        for (SeededBug bug : bugs) assertThat(rows.get(bug.number())).startsWith(SeededBugTable.beginning(bug));
    }

    @TestFactory
    @Tag("long")
    Stream<DynamicTest> eachBugIsCaughtByTheTestItNames() throws IOException {
        String chosen = System.getProperty(CHOSEN, "");
        List<String> numbers = chosen.isEmpty() ? List.of() : Arrays.asList(chosen.split(","));
        return SeededBug.all(numbers).stream()
                .map(bug -> DynamicTest.dynamicTest(bug.number() + " " + bug.bug(), () -> isCaught(bug)));
    }

    private void isCaught(SeededBug bug) throws IOException, InterruptedException {
        var build = new TestBuild(folder);
        TestBuild.Verdict red = build.with(bug);
        assertThat(red.word())
                .as(bug.test() + " with the bug: " + red.sentence())
                .isEqualTo("RED");
        String green = greenBefore.get(bug.test() + bug.options());
        if (green == null) {
            TestBuild.Verdict without = build.without(bug);
            green = without.word() + " " + without.sentence();
            greenBefore.put(bug.test() + bug.options(), green);
        }
        assertThat(green.strip()).as(bug.test() + " without the bug").isEqualTo("GREEN");
        System.out.printf("bug %s: %.1f s, %s%n", bug.number(), red.seconds(), red.sentence());
        if (Boolean.getBoolean(CHOSEN + ".write")) write(bug, red);
    }

    private static void write(SeededBug bug, TestBuild.Verdict red) throws IOException {
        SeededBugTable table = SeededBugTable.read();
        table.put(bug, red);
        table.write(SeededBug.all(List.of()));
    }
}
