package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.Alarms;
import org.muniment.archive.IntegrityCheck.Level;
import org.muniment.simulation.SimulatedDisk;

/// An alarm that is false teaches people to look away: where nothing was damaged, no check finds anything.
class UndamagedStoresTest {
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
    void noCheckFindsAnythingInTenRandomStores() throws IOException {
        check(0, 10);
    }

    @Test
    @Tag("long")
    void noCheckFindsAnythingInTwoHundredRandomStores() throws IOException {
        check(1_000, 1_200);
    }

    private void check(long from, long to) throws IOException {
        List<String> found = new ArrayList<>();
        try (var _ = new CheapKeystores();
                var _ = new RememberingProvider()) {
            for (long seed = from; seed < to; seed++)
                for (String finding : findings(seed)) found.add("seed " + seed + ": " + finding);
        }
        assertThat(found).as("false alarms").isEmpty();
    }

    /// A store that several processes wrote to, in segments of a random size.
    private List<String> findings(long seed) throws IOException {
        var random = new Random(seed);
        var disk = new SimulatedDisk(seed);
        var clock = new StoryClock();
        var ledger = new Ledger();
        int segmentBytesMax = (5 << 10) + random.nextInt(200 << 10);
        var settings = new ArchiveSettings(
                storeId -> disk.path("/etc/muniment/passphrase"),
                segmentBytesMax,
                Duration.ofHours(1 + random.nextInt(48)),
                64 << 20,
                0,
                Duration.ofDays(1),
                new SeededRandom(seed));
        Path data = disk.path("/srv/muniment");
        for (int processes = 1 + random.nextInt(4); processes > 0; processes--) {
            try (var archive = Archive.open(data, settings, alarms, clock, BENCHES)) {
                var work = new Work(archive, disk, clock, random, ledger, new Oracle(ledger), disk.faultCount());
                for (int acts = random.nextInt(20); acts > 0; acts--) work.act();
                disk.freeSpace();
            }
        }
        List<String> findings = new ArrayList<>();
        try (var archive = Archive.open(data, settings, alarms, clock, BENCHES)) {
            findings.addAll(archive.readOnlyReason().stream().toList());
            for (Level level : List.of(Level.QUICK, Level.SCRUB, Level.FULL))
                findings.addAll(Fixture.findings(archive, level));
            archive.publish();
            if (archive.size() > 0)
                findings.addAll(PublicCheck.withKey(data, archive.log().verifier(), Progress.UNSEEN)
                        .findings());
        }
        return findings;
    }
}
