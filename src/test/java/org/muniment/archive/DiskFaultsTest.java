package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.Alarms;

/// What was acknowledged is there and can be proved, whatever the disk does. See docs/durability.md.
class DiskFaultsTest {
    @TempDir
    Path folder;

    private Alarms alarms;

    /// Alarms that stand in memory: their list, on disk, is not what is tested, and a million stories raise many.
    @BeforeEach
    void begin() throws IOException {
        Path noFolder = Files.createFile(folder.resolve("no-folder"));
        alarms = Alarms.in(noFolder.resolve("workflow"), new StoryClock());
    }

    @AfterEach
    void end() {
        alarms.close();
    }

    @Test
    void whatWasAcknowledgedOutlivesFailedForcesAndPowerCuts() {
        new Stories(alarms).tell(0, 300);
    }

    /// Stories that found a fault of the product. What they tell changes with each change of the product, so what they
    /// found is asked for by rule as well, below.
    @Test
    void whatStoriesFoundOnceIsNotThereAgain() {
        for (long seed : new long[] {11, 14, 78, 140, 210, 386, 391, 1_946, 2_407, 3_166})
            new Stories(alarms).tell(seed, seed + 1);
    }

    @Test
    void aProcessKilledInTheMiddleOfAnyChangeLeavesNothingThatMisleadsTheNext() throws IOException {
        assertThat(new Stories(alarms).tellOfEveryStop(2)).isGreaterThan(50);
    }

    @Test
    @Tag("long")
    void thousandsOfStories() {
        new Stories(alarms).tell(1_000, 6_000);
    }

    @Test
    @Tag("release")
    void storiesOfARelease() {
        long[] seeds = Stories.seeds(0, 1_000_000);
        new Stories(alarms).tell(seeds[0], seeds[1]);
    }
}
