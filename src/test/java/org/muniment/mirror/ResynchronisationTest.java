package org.muniment.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.muniment.simulation.SimulatedDisk;

/// While one disk is brought up to date from the other, either may go or fail at any moment: neither copy loses what it
/// had.
class ResynchronisationTest {
    private static final int LARGE_BYTES = (1 << 20) + 5_000;

    private static SimulatedDisk source(TwoDisks disks, boolean dataIsBehind) {
        return dataIsBehind ? disks.other : disks.data;
    }

    private static SimulatedDisk target(TwoDisks disks, boolean dataIsBehind) {
        return dataIsBehind ? disks.data : disks.other;
    }

    private static void fill(Mirror mirror) throws IOException {
        for (String name : new String[] {"keys/segments", "log/x/tile/0/000", "log/x/checkpoint", "seg/2026/1.idx"})
            TwoDisks.keep(mirror, "store/" + name, name);
        TwoDisks.keep(mirror, "store/seg/2026/1.seg", "s".repeat(LARGE_BYTES));
        TwoDisks.keep(mirror, "store/log/x/tile/0/001.p/7", "a partial tile");
        TwoDisks.keep(mirror, "audit/store/keys/segments", "audit");
    }

    private static Map<String, String> common(Map<String, String> one, Map<String, String> other) {
        var common = new TreeMap<>(one);
        common.keySet().retainAll(other.keySet());
        return common;
    }

    @ParameterizedTest
    @CsvSource({"true,true", "true,false", "false,true", "false,false"})
    void aSourceThatGoesAwayAtAnyMomentTakesNothingWithIt(boolean dataIsBehind, boolean leavesEmptyPlace)
            throws IOException {
        int acts = 0;
        for (boolean wasGone = true; wasGone; acts++) {
            var disks = new TwoDisks();
            SimulatedDisk source = source(disks, dataIsBehind);
            SimulatedDisk target = target(disks, dataIsBehind);
            try (var mirror = disks.open()) {
                fill(mirror);
                disks.leaveBehind(mirror, target);
                Files.delete(mirror.dataFolder().resolve("store/log/x/tile/0/001.p/7"));
                Map<String, String> mustStay = common(disks.files(target), disks.files(source));

                source.incidents().goAfter(acts, leavesEmptyPlace);
                tryToResynchronise(mirror);
                wasGone = source.incidents().isGone();
                source.incidents().comeBack();

                assertThat(common(mustStay, disks.files(target)).keySet())
                        .as("files that are still there, of a source gone after %d acts", acts)
                        .isEqualTo(mustStay.keySet());
                if (mirror.isWhole()) assertThat(disks.files(target)).isEqualTo(disks.files(source));
            }
        }
        assertThat(acts).as("moments tried").isGreaterThan(50);
    }

    @ParameterizedTest
    @CsvSource({"true,true", "true,false", "false,true", "false,false"})
    void aFailureAtAnyMomentNeverMakesACopyLookWhole(boolean dataIsBehind, boolean powerGoes) throws IOException {
        int changes = 0;
        for (boolean failed = true; failed; changes++) {
            var disks = new TwoDisks();
            try (var mirror = disks.open()) {
                fill(mirror);
                SimulatedDisk failing = target(disks, dataIsBehind);
                disks.leaveBehind(mirror, failing);
                failing.incidents().failOnceAfter(changes);
                tryToResynchronise(mirror);
                failed = failing.incidents().hasFailed();
                TwoDisks.keep(mirror, "store/seg/2026/2.seg", "acknowledged after failure " + changes);
            }
            stop(disks.data, powerGoes);
            stop(disks.other, powerGoes);
            requireAll(disks, changes);
        }
        assertThat(changes).as("moments tried").isGreaterThan(20);
    }

    private static void stop(SimulatedDisk disk, boolean powerGoes) {
        if (powerGoes) disk.cutPower();
        else disk.kill();
    }

    private static void requireAll(TwoDisks disks, int changes) throws IOException {
        try (var mirror = disks.open()) {
            for (SimulatedDisk disk : new SimulatedDisk[] {disks.data, disks.other}) {
                boolean isBelieved =
                        mirror.isWhole() || mirror.state().startsWith("the data folder") == (disk == disks.other);
                if (isBelieved)
                    assertThat(disks.files(disk))
                            .as("what %s has after failure %d", disks.folderOf(disk), changes)
                            .containsEntry("store/seg/2026/2.seg", "acknowledged after failure " + changes)
                            .containsKey("store/keys/after");
            }
        }
    }

    private static void tryToResynchronise(Mirror mirror) {
        try {
            mirror.resynchronise();
        } catch (IOException whatTheDiskDid) {
            assertThat(mirror.isWhole()).isFalse();
        }
    }

    /// The writer has begun and the disk has not when the round takes what was touched.
    @Test
    void aWriteUnderWayWhenItBeginsIsNotMissed() throws Exception {
        var disks = new TwoDisks();
        try (var mirror = disks.open()) {
            fill(mirror);
            disks.leaveBehind(mirror, disks.other);
            var resynchronisation = new Thread(() -> tryToResynchronise(mirror));
            disks.data.incidents().beforeNextWriteTo("2.seg", () -> {
                resynchronisation.start();
                awaitEndOrWait(resynchronisation);
            });
            TwoDisks.keep(mirror, "store/seg/2026/2.seg", "in flight");
            resynchronisation.join();
            assertThat(mirror.isWhole()).isTrue();
            assertThat(disks.files(disks.other)).isEqualTo(disks.files(disks.data));
        }
    }

    @Test
    void aWriteUnderWayInTheMiddleIsNotMissed() throws Exception {
        var disks = new TwoDisks();
        try (var mirror = disks.open()) {
            fill(mirror);
            disks.leaveBehind(mirror, disks.other);
            var isWriting = new CountDownLatch(1);
            var writer = new Thread(() -> keepQuietly(mirror, "store/seg/2026/2.seg", "in flight"));
            var resynchronisation = new Thread(() -> tryToResynchronise(mirror));
            disks.data.incidents().beforeNextWriteTo("2.seg", () -> {
                isWriting.countDown();
                awaitEndOrWait(resynchronisation);
            });
            disks.other.incidents().beforeNextWriteTo("segments.resync", () -> {
                for (int i = 0; i < 30; i++) keepQuietly(mirror, "store/log/x/tile/0/" + (100 + i), "tile " + i);
                writer.start();
                while (isWriting.getCount() > 0) Thread.onSpinWait();
            });
            resynchronisation.start();
            resynchronisation.join();
            writer.join();
            assertThat(mirror.isWhole()).isTrue();
            assertThat(disks.files(disks.other)).isEqualTo(disks.files(disks.data));
        }
    }

    /// Each round finds as much again; the last one would be copied while all writes wait.
    @Test
    void whatIsWrittenFasterThanItIsCopiedEndsTheTryAndKeepsNobodyWaiting() throws Exception {
        var disks = new TwoDisks();
        try (var mirror = disks.open()) {
            fill(mirror);
            disks.leaveBehind(mirror, disks.other);
            writeAgainAndAgain(disks, mirror, 0);
            assertThatThrownBy(mirror::resynchronise).hasMessageContaining("tried again");
            assertThat(mirror.isWhole()).isFalse();
        }
    }

    private static void writeAgainAndAgain(TwoDisks disks, Mirror mirror, int round) {
        disks.other.incidents().beforeNextWriteTo(round == 0 ? "segments.resync" : "100.resync", () -> {
            for (int i = 0; i < 30; i++) keepQuietly(mirror, "store/log/x/tile/0/" + (100 + i), "round " + round);
            writeAgainAndAgain(disks, mirror, round + 1);
        });
    }

    /// It waits for the gate, or has gone through it.
    private static void awaitEndOrWait(Thread resynchronisation) {
        while (resynchronisation.isAlive() && resynchronisation.getState() != Thread.State.WAITING) Thread.onSpinWait();
    }

    private static void keepQuietly(Mirror mirror, String name, String content) {
        try {
            TwoDisks.keep(mirror, name, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
