package org.muniment.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/// The data folder fell behind, and at the next start its mirror is not there: mail that was acknowledged is on that
/// one alone.
class StaleDataFolderTest {
    private static final String AFTER = "store/seg/2026/2.seg";

    private final TwoDisks disks = new TwoDisks();

    private void leaveDataBehind() throws IOException {
        try (var mirror = disks.open()) {
            TwoDisks.keep(mirror, "store/seg/2026/1.seg", "before");
            disks.data.incidents().failOnceAfter(0);
            TwoDisks.keep(mirror, AFTER, "acknowledged");
            assertThat(mirror.behind())
                    .hasValueSatisfying(name -> assertThat(name).startsWith("the data folder"));
        }
        disks.data.cutPower();
        disks.other.incidents().goAfter(0, true);
    }

    @Test
    void itDoesNotGoOnAlone() throws IOException {
        leaveDataBehind();
        assertThatThrownBy(disks::open)
                .isInstanceOf(MirrorIsUnusable.class)
                .hasMessageContaining("Mount its disk")
                .hasMessageContaining("delete mirror-behind");
        disks.other.incidents().comeBack();
        try (var mirror = disks.open()) {
            mirror.resynchronise();
            assertThat(mirror.isWhole()).isTrue();
            assertThat(disks.files(disks.data)).containsEntry(AFTER, "acknowledged");
        }
        disks.other.incidents().goAfter(0, true);
        try (var mirror = disks.open()) {
            assertThat(mirror.isWhole()).isFalse();
        }
    }

    @Test
    void norByItselfWithoutSayingSo() throws IOException {
        leaveDataBehind();
        Files.delete(disks.dataFolder().resolve("mirror-state"));
        assertThatThrownBy(() -> Mirror.of(disks.dataFolder())).isInstanceOf(MirrorIsUnusable.class);
        assertThatThrownBy(disks::open).isInstanceOf(MirrorIsUnusable.class);
    }

    @Test
    void aPersonMaySayThatItShall() throws IOException {
        leaveDataBehind();
        Files.delete(disks.dataFolder().resolve("mirror-behind"));
        try (var mirror = disks.open()) {
            assertThat(mirror.behind())
                    .hasValueSatisfying(name -> assertThat(name).startsWith("the mirror"));
        }
    }
}
