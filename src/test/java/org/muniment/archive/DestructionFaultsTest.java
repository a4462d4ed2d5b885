package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.Alarms;

/// A destruction that is stopped in the middle of any change of the disk has either not begun, and everything can be
/// read, or goes on to its end; what is held is there throughout.
class DestructionFaultsTest {
    private static final List<String> KEYSTORE_WORK = Stream.of(
                    "macIterationCount", "certPbeIterationCount", "keyPbeIterationCount")
            .map("keystore.pkcs12."::concat)
            .toList();

    @TempDir
    Path folder;

    private Alarms alarms;

    @BeforeEach
    void begin() throws IOException {
        Path noFolder = Files.createFile(folder.resolve("no-folder"));
        alarms = Alarms.in(noFolder.resolve("workflow"), new StoryClock());
        KEYSTORE_WORK.forEach(property -> System.setProperty(property, "1"));
    }

    @AfterEach
    void end() {
        KEYSTORE_WORK.forEach(System::clearProperty);
        alarms.close();
    }

    @Test
    void stoppedInTheMiddleOfAnyChangeItHasNotBegunOrGoesOn() throws IOException {
        assertThat(stopEverywhere(1)).as("changes of the disk").isGreaterThan(40);
    }

    @Test
    @Tag("long")
    void soItIsUnderManySeeds() throws IOException {
        assertThat(stopEverywhere(30)).isGreaterThan(40);
    }

    @Test
    void whateverFailsOnTheDiskWhatIsHeldAfterwardsStays() throws IOException {
        assertThat(failEverywhere(2)).as("changes of the disk").isGreaterThan(20);
    }

    @Test
    @Tag("long")
    void soItDoesUnderManySeeds() throws IOException {
        assertThat(failEverywhere(60)).isGreaterThan(20);
    }

    private int failEverywhere(int seeds) throws IOException {
        int most = 0;
        try (var _ = new RememberingProvider()) {
            for (long seed = 0; seed < seeds; seed++)
                for (int change = 1; failsAt(change, seed); change++) most = Math.max(most, change);
        }
        return most;
    }

    private boolean failsAt(int change, long seed) throws IOException {
        try {
            return new StoppedDestruction(seed, alarms).tellOfFault(change, seed % 2 == 0);
        } catch (AssertionError | IOException | RuntimeException broken) {
            throw new AssertionError("failed at change " + change + ", seed " + seed, broken);
        }
    }

    /// Returns how many changes a destruction makes, to the destroyed root key.
    private int stopEverywhere(int seeds) throws IOException {
        int most = 0;
        try (var _ = new RememberingProvider()) {
            for (long seed = 0; seed < seeds; seed++)
                for (int change = 1; stopsAt(change, seed); change++) most = Math.max(most, change);
        }
        return most;
    }

    private boolean stopsAt(int change, long seed) throws IOException {
        try {
            return new StoppedDestruction(seed, alarms).tell(change, change % 2 == 0);
        } catch (AssertionError | IOException | RuntimeException broken) {
            throw new AssertionError("stopped at change " + change + ", seed " + seed, broken);
        }
    }

    static Duration pastTheGrace() {
        return Destruction.GRACE.plusDays(1);
    }
}
