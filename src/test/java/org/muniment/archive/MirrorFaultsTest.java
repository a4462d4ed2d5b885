package org.muniment.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.Alarms;

/// Losing either of two disks loses nothing that was acknowledged. See docs/durability.md.
class MirrorFaultsTest {
    @TempDir
    Path folder;

    private Alarms alarms;

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
    void whatWasAcknowledgedOutlivesEitherDisk() {
        long[] seeds = Stories.seeds(0, 30);
        new Stories(MirrorStory::tell, alarms).tell(seeds[0], seeds[1]);
    }

    @Test
    @Tag("long")
    void whatWasAcknowledgedOutlivesEitherDiskInManyStories() {
        new Stories(MirrorStory::tell, alarms).tell(1_000, 3_000);
    }
}
