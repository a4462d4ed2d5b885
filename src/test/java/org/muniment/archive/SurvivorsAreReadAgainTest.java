package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.Alarms;
import org.muniment.simulation.Faults;
import org.muniment.simulation.SimulatedDisk;

/// The keys of what stays are written once, and then the old ones go: a bit that is wrong on the disk must be noticed
/// before that.
class SurvivorsAreReadAgainTest {
    private static final byte[] MAGIC = "MSUR".getBytes(StandardCharsets.US_ASCII);
    private static final Workbenches BENCHES = new Workbenches(Workbench::new);
    private static final Faults NONE = new Faults(0, 0, 0, 0, 0, 0, Integer.MAX_VALUE);
    private static final int SEEDS = 5;

    @TempDir
    Path folder;

    @Test
    void aKeyThatWasNotWrittenWellStopsTheDestruction() throws IOException {
        Path noFolder = Files.createFile(folder.resolve("no-folder"));
        try (var _ = new CheapKeystores();
                var _ = new RememberingProvider();
                var alarms = Alarms.in(noFolder.resolve("workflow"), new StoryClock())) {
            for (long seed = 0; seed < SEEDS; seed++) isNoticed(seed, alarms);
        }
    }

    private static void isNoticed(long seed, Alarms alarms) throws IOException {
        var disk = new SimulatedDisk(seed);
        disk.become(NONE);
        var clock = new StoryClock();
        var settings = new ArchiveSettings(
                storeId -> disk.path("/etc/muniment/passphrase"),
                8 << 10,
                Duration.ofHours(24),
                64 << 20,
                0,
                Duration.ofDays(1),
                new SeededRandom(seed));
        Path data = disk.path("/srv/muniment");
        AccessionRanges going = AccessionRanges.of(List.of(new AccessionNumber(0)));
        AccessionNumber authorisation;
        try (var archive = Archive.open(data, settings, alarms, clock, BENCHES)) {
            for (int i = 0; i < 8; i++) Fixture.keep(archive, Fixture.file(), Fixture.bytes(new Random(i), 1_000));
            authorisation = archive.record(
                    new DestructionEvent.Authorised("b", "00", going, new AccessionRanges(List.of()), -1).written());
        }
        try (var store = OpenedStore.open(data, settings, alarms, clock, BENCHES)) {
            KeyTable.Row first = store.segments().keys().rows().getFirst();
            disk.spoilNextWriteOf(MAGIC);
            var writer = new SurvivorsWriter(store, settings.random());
            assertThatThrownBy(() -> writer.write(first, going, authorisation))
                    .as("seed " + seed)
                    .isInstanceOf(StoreIsDamaged.class);
            assertThat(store.message(new AccessionNumber(1)).sizeBytes()).isEqualTo(1_000);
        }
    }
}
