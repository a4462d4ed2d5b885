package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.muniment.alarm.Alarms;
import org.muniment.mirror.Mirror;
import org.muniment.simulation.Faults;
import org.muniment.simulation.SimulatedDisk;

/// One archive on two disks, from a seed: either disk fails or dies at some change of it, or the power goes on both;
/// disks come back as they were, or never. What was acknowledged is on whatever is left, and can be proved.
final class MirrorStory {
    private static final int PROCESSES_MAX = 4;
    private static final Workbenches BENCHES = new Workbenches(Workbench::new);

    private final Random random;
    private final SimulatedDisk secrets = new SimulatedDisk(0);
    private final SimulatedDisk data;
    private final SimulatedDisk other;
    private final StoryClock clock = new StoryClock();
    private final Ledger ledger = new Ledger();
    private final Oracle oracle = new Oracle(ledger);
    private final ArchiveSettings settings;
    private final Alarms alarms;
    private boolean wasWhole = true;
    private boolean dataIsBehind;
    private long dataFaults;
    private long otherFaults;

    private MirrorStory(long seed, Alarms alarms) {
        this.random = new Random(seed);
        this.data = new SimulatedDisk(random.nextLong());
        this.other = new SimulatedDisk(random.nextLong());
        this.alarms = alarms;
        this.settings = new ArchiveSettings(
                storeId -> secrets.path("/etc/muniment/passphrase"),
                24 << 10,
                Duration.ofHours(24),
                64 << 20,
                0,
                Duration.ofDays(1),
                new SeededRandom(random.nextLong()));
    }

    /// Throws an `AssertionError` if a promise was broken.
    static void tell(long seed, Alarms alarms) throws IOException {
        var story = new MirrorStory(seed, alarms);
        for (int left = 1 + story.random.nextInt(PROCESSES_MAX); left > 0; left--) story.process();
        story.loseOne();
    }

    private Path dataFolder() {
        return data.path("/srv/muniment");
    }

    private Path mirrorFolder() {
        return other.path("/mnt/mirror");
    }

    private void process() throws IOException {
        try (var mirror = new Pair().open(dataFolder(), mirrorFolder())) {
            Archive archive = open(mirror);
            oracle.judge(archive);
            if (random.nextBoolean()) mirror.resynchronise();
            boolean dies = random.nextInt(4) > 0;
            SimulatedDisk victim = random.nextBoolean() ? data : other;
            // A disk that is alone may refuse; with two, one disk's faults are nobody's.
            boolean isCalm = mirror.isWhole() || !dies;
            dataFaults = data.faultCount();
            otherFaults = other.faultCount();
            if (dies) victim.become(faults());
            work(archive, isCalm);
            data.freeSpace();
            archive.publish();
            if (dies && !victim.isStopped()) {
                if (random.nextBoolean()) victim.become(Faults.NONE);
                isCalm &= MirrorMisfortunes.of(random, mirror, place(data, dataFolder()), place(other, mirrorFolder()))
                        .tryToResynchronise();
                work(archive, isCalm && !haveBothFailed());
            }
            if (isCalm && !haveBothFailed())
                assertThat(archive.readOnlyReason()).as("why it is read-only").isEmpty();
            end(mirror, archive);
        }
    }

    private Archive open(Mirror mirror) throws IOException {
        return Archive.open(mirror.dataFolder(), settings, alarms, clock, BENCHES);
    }

    private Faults faults() {
        double often = random.nextDouble() * 0.1;
        Faults kind = switch (random.nextInt(4)) {
            case 0 -> new Faults(often, 0, 0, 0, 0.1, 0, 0);
            case 1 -> new Faults(often, often, often / 10, often, 0.1, 0, 0);
            default -> Faults.NONE;
        };
        return kind.stoppingAfter(random.nextInt(3) == 0 ? Integer.MAX_VALUE : 1 + random.nextInt(200));
    }

    /// One disk alone has faults, so nothing may be refused for them; but what is larger than memory waits on the data
    /// folder's disk.
    private void work(Archive archive, boolean isCalm) throws IOException {
        long faultsBefore = isCalm ? data.faultCount() : -1;
        var work = new Work(archive, data, clock, random, ledger, oracle, faultsBefore);
        for (int acts = 2 + random.nextInt(8); acts > 0; acts--) {
            try {
                work.act();
            } catch (IOException | RuntimeException whatTheDisksDid) {
                if (isCalm && !haveBothFailed() && !data.isStopped()) throw whatTheDisksDid;
            }
        }
    }

    /// The data folder's disk may have been full when the other one died.
    private boolean haveBothFailed() {
        return data.faultCount() > dataFaults && other.faultCount() > otherFaults;
    }

    private static MirrorMisfortunes.Place place(SimulatedDisk disk, Path folder) {
        return new MirrorMisfortunes.Place(disk, folder);
    }

    private void end(Mirror mirror, Archive archive) throws IOException {
        boolean inOrder = random.nextInt(3) == 0;
        if (inOrder) archive.close();
        wasWhole = mirror.isWhole();
        dataIsBehind = mirror.state().startsWith("the data folder");
        boolean power = random.nextBoolean();
        for (SimulatedDisk disk :
                random.nextBoolean() ? new SimulatedDisk[] {data, other} : new SimulatedDisk[] {other, data}) {
            if (power) disk.cutPower();
            else disk.kill();
        }
        try {
            archive.close();
        } catch (IOException | RuntimeException withoutADisk) {
            assertThat(inOrder).isFalse();
        }
    }

    /// The one that is behind, or either. The other one is opened by itself, as the recovery guide says.
    private void loseOne() throws IOException {
        boolean loseData = wasWhole ? random.nextBoolean() : dataIsBehind;
        if (!loseData && random.nextBoolean()) {
            var gone = new SimulatedDisk(1);
            try (var mirror = new Pair().open(dataFolder(), gone.path("/mnt/mirror"));
                    var archive = open(mirror)) {
                judge(archive);
            }
            return;
        }
        try (var archive = Archive.open(loseData ? mirrorFolder() : dataFolder(), settings, alarms, clock, BENCHES)) {
            judge(archive);
        }
    }

    private void judge(Archive archive) throws IOException {
        oracle.judge(archive);
        byte[] last = Fixture.bytes(random, 100);
        ledger.acknowledged(Fixture.keep(archive, Fixture.file(), last), last, Fixture.file());
        archive.publish();
        oracle.judgeWhole(archive);
    }
}
