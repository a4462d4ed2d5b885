package org.muniment.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.simulation.SimulatedDisk;

/// At a start one of two whole disks can be read, but not written: never two histories, and mail is taken if it can be.
class StartWithOneWritableDiskTest {
    private static final String FILE = "store/seg/2026/1.seg";
    private static final String LATER = "store/seg/2026/2.seg";

    private static TwoDisks filled() throws IOException {
        var disks = new TwoDisks();
        try (var mirror = disks.open()) {
            TwoDisks.keep(mirror, FILE, "before");
        }
        disks.heard.clear();
        return disks;
    }

    @Test
    void aMirrorThatCameBackReadOnlyIsLeftBehindAndTheDataFolderTakesMail() throws IOException {
        TwoDisks disks = filled();
        disks.other.turnReadOnly();
        try (var mirror = disks.open()) {
            assertThat(disks.heard)
                    .containsExactly("the mirror " + disks.mirrorFolder() + " is behind: Read-only file system");
            TwoDisks.keep(mirror, LATER, "taken");
            assertThatThrownBy(mirror::resynchronise).hasMessageContaining("Read-only");
        }
        try (var mirror = disks.open()) {
            assertThat(mirror.behind()).contains("the mirror " + disks.mirrorFolder());
            disks.other.turnWritable();
            mirror.resynchronise();
            assertThat(disks.files(disks.other))
                    .isEqualTo(disks.files(disks.data))
                    .containsEntry(LATER, "taken");
        }
        try (var mirror = disks.open()) {
            assertThat(mirror.isWhole()).isTrue();
        }
    }

    @Test
    void aDataFolderThatIsReadOnlyIsRefusedAndTheMirrorTakesNoStepWithoutIt() throws IOException {
        TwoDisks disks = filled();
        disks.data.turnReadOnly();
        assertThatThrownBy(disks::open)
                .isInstanceOf(MirrorIsUnusable.class)
                .hasMessageContaining("The data folder " + disks.dataFolder() + " cannot be written (Read-only")
                .hasMessageContaining("Make its disk writable");
        disks.data.turnWritable();
        try (var mirror = disks.open()) {
            assertThat(mirror.isWhole()).isTrue();
        }
    }

    @Test
    void aMirrorThatLeadsIsRefusedWhileItIsReadOnly() throws IOException {
        TwoDisks disks = filled();
        try (var mirror = disks.open()) {
            disks.leaveBehind(mirror, disks.data);
        }
        disks.other.turnReadOnly();
        assertThatThrownBy(disks::open)
                .isInstanceOf(MirrorIsUnusable.class)
                .hasMessageContaining("has mail that " + disks.dataFolder() + " lacks");
    }

    /// One change fails, then no more; and the next start knows which of the two to believe.
    @ParameterizedTest
    @CsvSource({"true,true", "true,false", "false,true", "false,false"})
    void aFailureAtAnyMomentOfAStartNeverMakesTwoHistories(boolean dataFails, boolean powerGoes) throws IOException {
        int changes = 0;
        for (boolean failed = true; failed; changes++) {
            TwoDisks disks = filled();
            SimulatedDisk failing = dataFails ? disks.data : disks.other;
            failing.incidents().failOnceAfter(changes);
            boolean wasTaken = tryToKeep(disks, dataFails);
            failed = failing.incidents().hasFailed();
            for (SimulatedDisk disk : new SimulatedDisk[] {disks.data, disks.other}) {
                if (powerGoes) disk.cutPower();
                else disk.kill();
            }
            try (var mirror = disks.open()) {
                mirror.resynchronise();
                assertThat(mirror.isWhole()).isTrue();
            }
            for (SimulatedDisk disk : new SimulatedDisk[] {disks.data, disks.other})
                if (wasTaken) assertThat(disks.files(disk)).containsEntry(LATER, "taken");
        }
        assertThat(changes).as("moments tried").isGreaterThan(5);
    }

    /// The mirror's failure keeps nothing from being taken.
    private static boolean tryToKeep(TwoDisks disks, boolean mayRefuse) throws IOException {
        try (var mirror = disks.open()) {
            TwoDisks.keep(mirror, LATER, "taken");
            return true;
        } catch (MirrorIsUnusable refused) {
            assertThat(mayRefuse).as("may refuse: %s", refused.getMessage()).isTrue();
            return false;
        }
    }
}
