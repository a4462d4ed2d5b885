package org.muniment.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Whoever is woken by an alarm finds it in the guide by its name.
class RecoveryGuideTest {
    private static final Path GUIDE = Path.of("docs/guides/recovery.md");

    @Test
    void eachAlarmHasItsHeadingInTheRecoveryGuideAndNoOtherHasOne() throws IOException {
        List<String> headings = Files.readAllLines(GUIDE).stream()
                .filter(line -> line.matches("### [A-Z_]+"))
                .map(line -> line.substring(4))
                .toList();
        assertThat(headings)
                .as("describe each alarm in %s: ### KIND, what it means, what to do", GUIDE)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(AlarmKind.values()).map(Enum::name).toList());
    }

    @Test
    void eachHeadingSaysWhatItMeansAndWhatToDo() throws IOException {
        String guide = Files.readString(GUIDE);
        for (String part : guide.split("\n### ")) {
            if (part.equals(guide.split("\n### ")[0])) continue;
            assertThat(part.split("\n## ")[0]).contains("**Means.**").contains("**Do.**");
        }
    }
}
