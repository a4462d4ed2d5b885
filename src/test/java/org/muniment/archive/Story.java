package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.muniment.alarm.Alarms;
import org.muniment.simulation.Faults;
import org.muniment.simulation.SimulatedDisk;

/// One archive on one disk, from a seed: processes that work, meet faults and end in one of three ways; and an oracle
/// that remembers what they promised.
final class Story {
    private static final int PROCESSES_MAX = 4;
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Workbenches BENCHES = new Workbenches(Workbench::new);

    private final Random random;
    private final SimulatedDisk disk;
    private final StoryClock clock = new StoryClock();
    private final Ledger ledger = new Ledger();
    private final Oracle oracle = new Oracle(ledger);
    private final ArchiveSettings settings;
    private final Alarms alarms;

    private Story(long seed, Alarms alarms) {
        this.random = new Random(seed);
        this.disk = new SimulatedDisk(random.nextLong());
        this.alarms = alarms;
        this.settings = new ArchiveSettings(
                storeId -> disk.path("/etc/muniment/passphrase"),
                24 << 10,
                Duration.ofHours(24),
                64 << 20,
                0,
                NEVER,
                new SeededRandom(random.nextLong()));
    }

    /// Throws an `AssertionError` if a promise was broken.
    static void tell(long seed, Alarms alarms) throws IOException {
        var story = new Story(seed, alarms);
        for (int left = 1 + story.random.nextInt(PROCESSES_MAX); left > 0; left--) story.process();
        story.disk.cutPower();
        story.lastProcess();
    }

    /// The same few acts each time, by a process that is killed in the middle of one change of the
    /// disk; another goes on with what the page cache has, and then the power is cut. True if there
    /// were that many changes.
    static boolean tellOfStop(int change, long seed, Alarms alarms) throws IOException {
        var story = new Story(seed, alarms);
        story.disk.become(Faults.NONE.stoppingAfter(change));
        Optional<Archive> opened = story.open();
        if (opened.isPresent()) story.fewActs(opened.get());
        boolean stopped = story.disk.isStopped();
        story.disk.kill();
        Archive next = Archive.open(story.data(), story.settings, story.alarms, story.clock, BENCHES);
        story.oracle.judge(next);
        story.fewActs(next);
        story.disk.cutPower();
        story.lastProcess();
        return stopped;
    }

    /// Deliver, seal by age, sign; closed at the end, whether or not that still reaches the disk.
    private void fewActs(Archive archive) throws IOException {
        long faultsBefore = disk.faultCount();
        var work = new Work(archive, disk, clock, random, ledger, oracle, faultsBefore);
        work.deliver();
        work.publish();
        work.deliver();
        clock.pass(Duration.ofHours(25));
        work.deliver();
        work.rotate();
        work.deliver();
        work.destroyOldRoots();
        work.publish();
        try {
            archive.close();
        } catch (IOException | RuntimeException whatTheDiskDid) {
            if (disk.faultCount() == faultsBefore) throw whatTheDiskDid;
        }
    }

    private void process() throws IOException {
        Faults faults = faults();
        long faultsBefore = disk.faultCount();
        boolean fromTheStart = random.nextInt(3) == 0;
        if (fromTheStart) disk.become(faults);
        Optional<Archive> opened = open();
        if (opened.isPresent()) {
            Archive archive = opened.get();
            if (!fromTheStart) {
                oracle.judge(archive);
                disk.become(faults);
            }
            work(archive, faultsBefore);
            end(archive);
        }
        if (random.nextBoolean()) disk.cutPower();
        else disk.kill();
    }

    /// Nothing, or the disk's refusal to have any of it.
    private Optional<Archive> open() throws IOException {
        long faultsBefore = disk.faultCount();
        try {
            return Optional.of(Archive.open(data(), settings, alarms, clock, BENCHES));
        } catch (IOException | RuntimeException refused) {
            if (disk.faultCount() == faultsBefore) throw refused;
            return Optional.empty();
        }
    }

    private Path data() {
        return disk.path("/srv/muniment");
    }

    private Faults faults() {
        int operations = random.nextInt(3) == 0 ? Integer.MAX_VALUE : 1 + random.nextInt(200);
        double often = random.nextDouble() * 0.1;
        double rarely = random.nextDouble() * 0.01;
        Faults kind = switch (random.nextInt(8)) {
            case 0, 1 -> Faults.NONE;
            case 2 -> new Faults(often, 0, 0, 0, 0.1, 0, 0);
            case 3 -> new Faults(often, often, 0, 0, 0.1, 0, 0);
            case 4 -> new Faults(0, 0, rarely, 0, 0, 0, 0);
            case 5 -> new Faults(0, 0, 0, often, 0, 0, 0);
            case 6 -> new Faults(0, 0, 0, 0, 0, 1, 0);
            default -> new Faults(rarely, rarely, rarely, rarely, 0.1, random.nextInt(2), 0);
        };
        return kind.stoppingAfter(operations);
    }

    private void work(Archive archive, long faultsBefore) throws IOException {
        var work = new Work(archive, disk, clock, random, ledger, oracle, faultsBefore);
        for (int acts = 3 + random.nextInt(9); acts > 0 && !disk.isStopped(); acts--) work.act();
        if (disk.faultCount() == faultsBefore)
            assertThat(archive.readOnlyReason()).as("why it is read-only").isEmpty();
    }

    /// In good order one time in three. What has no power any more is closed as well, for its threads must end.
    private void end(Archive archive) throws IOException {
        boolean inOrder = random.nextInt(3) == 0 && !disk.isStopped();
        long faultsBefore = disk.faultCount();
        if (!inOrder) {
            if (random.nextBoolean()) disk.cutPower();
            else disk.kill();
        }
        try {
            archive.close();
        } catch (IOException | RuntimeException whatTheDiskDid) {
            if (inOrder && disk.faultCount() == faultsBefore) throw whatTheDiskDid;
        }
        archive.checkpoint().filter(any -> inOrder).ifPresent(ledger::saw);
    }

    private void lastProcess() throws IOException {
        try (var archive = Archive.open(data(), settings, alarms, clock, BENCHES)) {
            oracle.judge(archive);
            byte[] last = Fixture.bytes(random, 100);
            ledger.acknowledged(Fixture.keep(archive, Fixture.file(), last), last, Fixture.file());
            archive.publish();
            oracle.judgeWhole(archive);
        }
        if (random.nextInt(4) == 0) rot();
    }

    private void rot() throws IOException {
        disk.kill();
        List<Path> files = disk.files().stream()
                .filter(file -> file.startsWith(data().resolve("store")))
                .filter(file -> SimulatedDisk.size(file) > 0)
                .toList();
        Path file = files.get(random.nextInt(files.size()));
        disk.rot(file, random.nextLong(SimulatedDisk.size(file) * 8));
        try (var archive = Archive.open(data(), settings, alarms, clock, BENCHES)) {
            oracle.judgeRotten(archive);
        } catch (IOException found) {
            // It cannot even be opened, and says why.
            assertThat(found).isInstanceOf(IOException.class);
        }
    }
}
