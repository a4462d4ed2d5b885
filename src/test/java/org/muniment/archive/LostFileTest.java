package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.alarm.Alarms;
import org.muniment.mirror.Mirror;
import org.muniment.simulation.Faults;
import org.muniment.simulation.SimulatedDisk;

/// The disk that leads has lost a file that it needs when the other one is brought up to date: the only copy stays.
class LostFileTest {
    @TempDir
    Path folder;

    private final CheapKeystores cheap = new CheapKeystores();
    private final SimulatedDisk secrets = new SimulatedDisk(0);
    private final SimulatedDisk data = new SimulatedDisk(1);
    private final SimulatedDisk other = new SimulatedDisk(2);
    private final StoryClock clock = new StoryClock();
    private final Random random = new Random(3);
    private final Map<Long, byte[]> kept = new TreeMap<>();
    private final Pair pair = new Pair();
    private Alarms alarms;
    private ArchiveSettings settings;

    @BeforeEach
    void begin() throws IOException {
        Path noFolder = Files.createFile(folder.resolve("no-folder"));
        alarms = Alarms.in(noFolder.resolve("workflow"), clock);
        settings = new ArchiveSettings(
                storeId -> secrets.path("/etc/muniment/passphrase"),
                24 << 10,
                Duration.ofHours(24),
                64 << 20,
                0,
                Duration.ofDays(1),
                new SeededRandom(4));
    }

    @AfterEach
    void end() {
        alarms.close();
        cheap.close();
    }

    private Path dataFolder() {
        return data.path("/srv/muniment");
    }

    private Path mirrorFolder() {
        return other.path("/mnt/mirror");
    }

    private Archive open(Path at) throws IOException {
        return Archive.open(at, settings, alarms, clock, new Workbenches(Workbench::new));
    }

    private void keep(Archive archive, int count) {
        for (int i = 0; i < count; i++) {
            byte[] raw = Fixture.bytes(random, 3_000);
            var receipt = (Receipt.Captured) Fixture.keep(archive, Fixture.file(), raw);
            kept.put(receipt.accession().index(), raw);
        }
        archive.publish();
        clock.awaitIdle();
    }

    private void leaveBehind(SimulatedDisk disk, Mirror mirror, Archive archive) {
        disk.become(new Faults(1, 1, 0, 0, 0, 0, Integer.MAX_VALUE));
        keep(archive, 1);
        disk.become(Faults.NONE);
        assertThat(mirror.isWhole()).isFalse();
    }

    private static List<Path> segments(SimulatedDisk disk) {
        return disk.files().stream()
                .filter(file -> file.toString().endsWith(StoreLayout.SEGMENT_SUFFIX))
                .toList();
    }

    private void requireAllInEach() throws IOException {
        for (Path side : List.of(dataFolder(), mirrorFolder())) {
            try (var archive = open(side)) {
                assertThat(archive.readOnlyReason()).isEmpty();
                kept.forEach((number, raw) -> assertThat(Fixture.raw(archive, new AccessionNumber(number)))
                        .isEqualTo(raw));
            }
        }
    }

    @Test
    void aSealedSegmentThatOnlyTheCopyThatFellBehindHasIsPutBack() throws IOException {
        try (var mirror = pair.open(dataFolder(), mirrorFolder());
                var archive = open(mirror.dataFolder())) {
            keep(archive, 50);
            Files.delete(segments(data).getFirst());
            leaveBehind(other, mirror, archive);
            mirror.resynchronise();
            assertThat(mirror.isWhole()).isTrue();
            assertThat(pair.heard).anyMatch(news -> news.startsWith("the data folder") && news.contains("mended"));
        }
        requireAllInEach();
    }

    @Test
    void ifItIsNotKnownToBeRightItStaysAndSoDoesTheAlarm() throws IOException {
        try (var mirror = pair.open(dataFolder(), mirrorFolder());
                var archive = open(mirror.dataFolder())) {
            keep(archive, 50);
            Path only = segments(other).getFirst();
            Files.delete(segments(data).getFirst());
            leaveBehind(other, mirror, archive);
            other.rot(only, 8 * 10_000);
            assertThatThrownBy(mirror::resynchronise)
                    .hasMessageContaining("has lost it")
                    .hasMessageContaining(String.valueOf(only.getFileName()));
            assertThat(mirror.isWhole()).isFalse();
            assertThat(only).exists();
        }
    }

    @Test
    void onePlaceThatCannotBeReadMakesNoSourceOfTheCopyThatLostTheFile() throws IOException {
        try (var mirror = pair.open(dataFolder(), mirrorFolder());
                var archive = open(mirror.dataFolder())) {
            keep(archive, 50);
            Path spoilt = segments(data).getFirst();
            Files.delete(segments(other).getFirst());
            data.incidents().spoil(spoilt, 10_000);
            assertThatThrownBy(() -> Files.readAllBytes(mirror.dataFolder()
                            .resolve(dataFolder().relativize(spoilt).toString())))
                    .isInstanceOf(IOException.class);
            assertThat(mirror.isWhole()).isTrue();
            assertThat(spoilt).exists();
        }
    }

    @Test
    void whatStandsBehindTheTrailerOfTheCopyThatLeadsIsCutOffWhenItIsMended() throws IOException {
        try (var mirror = pair.open(dataFolder(), mirrorFolder());
                var archive = open(mirror.dataFolder())) {
            keep(archive, 50);
            Path first = segments(data).getFirst();
            long bytes = SimulatedDisk.size(first);
            try (var channel = FileChannel.open(first, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(new byte[100]), bytes);
                channel.force(true);
            }
            data.rot(first, 8 * 10_000);
            leaveBehind(other, mirror, archive);
            mirror.resynchronise();
            assertThat(SimulatedDisk.size(first)).isEqualTo(bytes);
            assertThat(SimulatedDisk.size(segments(other).getFirst())).isEqualTo(bytes);
        }
        requireAllInEach();
    }

    @Test
    void theKeysOfSurvivorsAreBelievedByTheirChecksumAlone() throws IOException {
        Path keys = folder.resolve("keys/survivors");
        Files.createDirectories(keys);
        byte[] good = Survivors.encode(7, 1, new TreeMap<>(), new TreeMap<>(Map.of(5L, 9L)));
        Path file = Files.write(keys.resolve("000000000007"), good);
        assertThat(FilesInDoubt.soundBytes(file)).isEqualTo(good.length);
        good[50] ^= 1;
        Files.write(file, good);
        assertThat(FilesInDoubt.soundBytes(file)).isZero();
    }
}
