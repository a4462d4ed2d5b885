package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.Alarms;
import org.muniment.simulation.Faults;
import org.muniment.simulation.SimulatedDisk;

/// A bit that is wrong in one reading, while a store is opened, costs nothing that was acknowledged.
class OneWrongBitTest {
    private static final int SEEDS = 100;
    private static final Faults ONE_BIT = new Faults(0, 0, 0, 0, 0, 1, Integer.MAX_VALUE);
    private static final Workbenches BENCHES = new Workbenches(Workbench::new);

    @TempDir
    Path folder;

    private Alarms alarms;

    @BeforeEach
    void begin() throws IOException {
        alarms = Alarms.in(Files.createFile(folder.resolve("no-folder")).resolve("workflow"), new StoryClock());
    }

    @AfterEach
    void end() {
        alarms.close();
    }

    @Test
    void aBitWrongInOneReadingAtTheStartCutsNothingOff() throws IOException {
        try (var _ = new CheapKeystores();
                var _ = new RememberingProvider()) {
            for (long seed = 0; seed < SEEDS; seed++) isThereAfterAWrongBit(seed);
        }
    }

    private void isThereAfterAWrongBit(long seed) throws IOException {
        var disk = new SimulatedDisk(seed);
        byte[] raw = Fixture.bytes(new Random(seed), 20_000);
        Archive killed = open(disk, seed);
        Fixture.keep(killed, Fixture.file(), raw);
        disk.kill();
        close(killed);
        disk.become(ONE_BIT);
        try {
            close(open(disk, seed));
        } catch (IOException | RuntimeException refused) {
            // It says that something cannot be right, and has changed nothing.
        }
        disk.kill();
        disk.become(Faults.NONE);
        try (Archive archive = open(disk, seed)) {
            assertThat(archive.readOnlyReason()).as("seed " + seed).isEmpty();
            assertThat(archive.size()).as("entries, seed " + seed).isEqualTo(1);
            assertThat(Fixture.raw(archive, new AccessionNumber(0)))
                    .as("seed " + seed)
                    .isEqualTo(raw);
        }
    }

    /// What has no disk any more is closed as well, for its threads must end.
    private static void close(Archive archive) {
        try {
            archive.close();
        } catch (IOException | RuntimeException noDisk) {
            // That is what was done to it.
        }
    }

    private Archive open(SimulatedDisk disk, long seed) throws IOException {
        var settings = new ArchiveSettings(
                storeId -> disk.path("/etc/muniment/passphrase"),
                1 << 20,
                Duration.ofHours(24),
                64 << 20,
                0,
                Duration.ofDays(1),
                new SeededRandom(seed));
        return Archive.open(disk.path("/srv/muniment"), settings, alarms, new StoryClock(), BENCHES);
    }
}
