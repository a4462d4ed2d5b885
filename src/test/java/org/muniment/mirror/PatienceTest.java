package org.muniment.mirror;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file of which neither copy is known to be right keeps the mirror behind; both disks are not read whole for that
/// every ten seconds.
class PatienceTest {
    private static final String FILE = "store/seg/2026/1.seg";

    @TempDir
    Path folder;

    private final TwoDisks.Listener listener = new TwoDisks.Listener(new ArrayList<>());
    private int comparisons;
    private Path data;
    private Path other;

    @BeforeEach
    void leaveTheMirrorBehindWithAnotherContent() throws IOException {
        data = folder.resolve("data");
        other = folder.resolve("other");
        try (var mirror = open()) {
            TwoDisks.keep(mirror, FILE, "what was kept");
        }
        Files.move(other, folder.resolve("away"));
        open().close();
        Files.move(folder.resolve("away"), other);
        Files.writeString(other.resolve(FILE), "something els");
    }

    private Mirror open() throws IOException {
        return Mirror.open(data, other, new Undecided(), listener);
    }

    private final class Undecided implements Judge {
        @Override
        public List<Path> inDoubt(Path store) {
            return List.of();
        }

        @Override
        public long soundBytes(Path file) {
            return 0;
        }

        @Override
        public boolean isNeeded(Path store, Path file) {
            return false;
        }

        @Override
        public OptionalLong rightInOther(Path leading, Path there) {
            comparisons++;
            return OptionalLong.empty();
        }
    }

    private static void look(Mirror mirror, int times) {
        for (int i = 0; i < times; i++) {
            try {
                mirror.resynchroniseIfDue();
            } catch (IOException notYet) {
                assertThat(mirror.isWhole()).isFalse();
            }
        }
    }

    @Test
    void theTriesGrowRarerUpToOneInAnHour() throws IOException {
        try (var mirror = open()) {
            look(mirror, 511);
            assertThat(comparisons).isEqualTo(9);
            look(mirror, 10 * 360);
            assertThat(comparisons).isEqualTo(9 + 10);
        }
    }

    @Test
    void whoReplacesTheFileIsHeardAtTheNextLook() throws IOException {
        try (var mirror = open()) {
            look(mirror, 300);
            Path fresh = Files.writeString(data.resolve("fresh"), "something els");
            Files.move(fresh, data.resolve(FILE), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            look(mirror, 1);
            assertThat(mirror.isWhole()).isTrue();
        }
    }

    @Test
    void soIsADiskThatWasAway() throws IOException {
        try (var mirror = open()) {
            look(mirror, 300);
            int before = comparisons;
            Files.move(other, folder.resolve("away"));
            look(mirror, 1);
            Files.move(folder.resolve("away"), other);
            look(mirror, 1);
            assertThat(comparisons).isEqualTo(before + 1);
        }
    }

    @Test
    void mailThatComesInIsNobodyWhoReplacesAFile() throws IOException {
        try (var mirror = open()) {
            look(mirror, 300);
            int before = comparisons;
            TwoDisks.keep(mirror, FILE, "what was kept, and more");
            TwoDisks.keep(mirror, "store/seg/2026/2.seg", "more still");
            look(mirror, 100);
            assertThat(comparisons).isEqualTo(before);
        }
    }
}
