package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.muniment.alarm.Alarms;
import org.muniment.simulation.Faults;
import org.muniment.simulation.SimulatedDisk;

/// One destruction on a simulated disk: a process is stopped in the middle of it, the next one finds what is there and
/// goes on, and the power is cut at last.
final class StoppedDestruction {
    // Its own: the same seed has the same keys, and a cipher takes no pair of key and nonce twice.
    private final Workbenches benches = new Workbenches(Workbench::new);
    private static final AccessionRanges GOING = DestructionTest.captures(1, 2, 6);
    private static final long HELD = 3;
    private static final int MESSAGES = 9;

    private final Random random;
    private final SimulatedDisk disk;
    private final StoryClock clock = new StoryClock();
    private final TestGuard guard = new TestGuard();
    private final List<byte[]> mail = new ArrayList<>();
    private final ArchiveSettings settings;
    private final Alarms alarms;

    StoppedDestruction(long seed, Alarms alarms) {
        this.random = new Random(seed);
        this.disk = new SimulatedDisk(random.nextLong());
        this.alarms = alarms;
        this.settings = new ArchiveSettings(
                storeId -> disk.path("/etc/muniment/passphrase"),
                8 << 10,
                Duration.ofHours(24),
                64 << 20,
                0,
                Duration.ofDays(1),
                new SeededRandom(random.nextLong()));
    }

    /// True if the destruction made that many changes before it was over.
    ///
    /// @param cutsPower whether what was not forced is lost as well
    boolean tell(int change, boolean cutsPower) throws IOException {
        fill();
        boolean stopped = destroyUntil(change);
        if (cutsPower) disk.cutPower();
        else disk.kill();
        try (var archive = open()) {
            boolean isGone = judge(archive);
            archive.destructions().guardedBy(guard, clock::instant);
            archive.destructions().goOn();
            boolean isAuthorised = DestructionTest.kinds(archive).contains("destruction-authorised");
            assertThat(judge(archive)).as("destroyed when it went on").isEqualTo(isAuthorised);
            assertThat(isAuthorised || !isGone)
                    .as("nothing is gone that was not authorised")
                    .isTrue();
            goOnAfterTheGrace(archive, isAuthorised);
        }
        disk.cutPower();
        try (var archive = open()) {
            judge(archive);
            assertThat(archive.check(IntegrityCheck.Level.FULL, Progress.UNSEEN).findings())
                    .as("findings at the end")
                    .isEmpty();
        }
        return stopped;
    }

    /// One change of the disk fails, the process goes on, and then some of the batch is held: what could be read when
    /// that was acknowledged can be read for ever. True if there were that many changes.
    boolean tellOfFault(int change, boolean cutsPower) throws IOException {
        fill();
        Archive archive = open();
        boolean isSaved;
        // Nothing goes on by itself meanwhile.
        synchronized (archive.destructions()) {
            archive.destructions().guardedBy(guard, clock::instant);
            disk.failOnce(change);
            tryToDestroy(archive);
            boolean isGone = judge(archive);
            isSaved = hold(archive) && !isGone;
        }
        if (random.nextBoolean()) {
            archive.destructions().goOn();
            assertThat(judge(archive) && isSaved).as("destroyed though held").isFalse();
        }
        boolean failed = disk.faultCount() > 0;
        if (cutsPower) disk.cutPower();
        else disk.kill();
        closed(archive);
        judgeNext(isSaved);
        return failed;
    }

    private void tryToDestroy(Archive archive) {
        try {
            archive.destructions().destroy(GOING, TestDestruction.FORM);
        } catch (IOException | RuntimeException refused) {
            if (disk.faultCount() == 0) throw new AssertionError("refused without a fault", refused);
        }
    }

    private boolean hold(Archive archive) {
        try {
            guard.hold(GOING.last(), archive.record(new LifecycleEvent(TestGuard.HELD, "{}")));
            return true;
        } catch (ArchiveRefusal refused) {
            assertThat(disk.faultCount()).as("faults").isPositive();
            return false;
        }
    }

    private void closed(Archive archive) {
        try {
            archive.close();
        } catch (IOException | RuntimeException hasNoDisk) {
            assertThat(disk.isStopped()).as("it was another process").isFalse();
        }
    }

    private void judgeNext(boolean isSaved) throws IOException {
        try (var archive = open()) {
            assertThat(judge(archive) && isSaved).as("destroyed though held").isFalse();
            archive.destructions().guardedBy(guard, clock::instant);
            archive.destructions().goOn();
            assertThat(judge(archive) && isSaved)
                    .as("destroyed though held, later")
                    .isFalse();
            archive.publish();
            // Taken by a swap that failed, and held before the log said so: that is told.
            boolean isTold = DestructionTest.kinds(archive).contains("destruction-of-held");
            assertThat(isTold && isSaved).isFalse();
            assertThat(archive.check(IntegrityCheck.Level.FULL, Progress.UNSEEN)
                            .findings()
                            .isEmpty())
                    .as("no findings")
                    .isEqualTo(!isTold);
        }
    }

    private void goOnAfterTheGrace(Archive archive, boolean isAuthorised) throws IOException {
        clock.pass(DestructionFaultsTest.pastTheGrace());
        archive.destructions().goOn();
        archive.publish();
        assertThat(DestructionTest.kinds(archive).stream().filter("keys-destroyed"::equals))
                .as("keys-destroyed")
                .hasSize(isAuthorised ? 1 : 0);
        assertThat(archive.destructions().underWay()).isEmpty();
        if (isAuthorised)
            assertThat(archive.rootKeys().versions()).as("root keys").hasSize(1);
        assertThat(archive.check(IntegrityCheck.Level.FULL, Progress.UNSEEN).findings())
                .isEmpty();
    }

    private void fill() throws IOException {
        try (var archive = open()) {
            for (int i = 0; i < MESSAGES; i++) {
                mail.add(Fixture.bytes(random, 1_500));
                Fixture.keep(archive, Fixture.file(), mail.getLast());
            }
            archive.destructions().guardedBy(guard, clock::instant);
            guard.hold(HELD, archive.record(new LifecycleEvent(TestGuard.HELD, "{}")));
            archive.publish();
        }
    }

    private boolean destroyUntil(int change) throws IOException {
        Archive archive = open();
        archive.destructions().guardedBy(guard, clock::instant);
        disk.become(Faults.NONE.stoppingAfter(change));
        try {
            archive.destructions().destroy(GOING, TestDestruction.FORM);
            clock.pass(DestructionFaultsTest.pastTheGrace());
            archive.destructions().goOn();
        } catch (IOException | RuntimeException stoppedInTheMiddle) {
            if (!disk.isStopped()) throw stoppedInTheMiddle;
        }
        boolean stopped = disk.isStopped();
        try {
            archive.close();
        } catch (IOException | RuntimeException stoppedInTheMiddle) {
            if (!stopped) throw stoppedInTheMiddle;
        }
        return stopped;
    }

    /// Returns whether all that was to go is gone; none of it is while it is not all.
    private boolean judge(Archive archive) throws IOException {
        assertThat(archive.readOnlyReason()).as("why it is read-only").isEmpty();
        int gone = 0;
        for (int i = 0; i < MESSAGES; i++) {
            var number = new AccessionNumber(i);
            try {
                assertThat(Fixture.raw(archive, number)).as("accession " + i).isEqualTo(mail.get(i));
            } catch (CaptureWasDestroyed destroyed) {
                assertThat(GOING.contains(i))
                        .as("accession " + i + " was to go")
                        .isTrue();
                gone++;
            }
        }
        assertThat(gone).as("of the batch are gone").isIn(0, (int) GOING.count());
        return gone > 0;
    }

    private Archive open() throws IOException {
        Path data = disk.path("/srv/muniment");
        return Archive.open(data, settings, alarms, clock, benches);
    }
}
