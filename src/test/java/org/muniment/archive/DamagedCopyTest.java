package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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

/// One disk has rotted, or has a place that cannot be read, when the other is brought up to date from it: what is right
/// stays, whichever disk has it.
class DamagedCopyTest {
    private static final int MESSAGE_BYTES = 3_000;

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
            byte[] raw = Fixture.bytes(random, MESSAGE_BYTES);
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
                assertThat(Fixture.findings(archive, IntegrityCheck.Level.FULL)).isEmpty();
            }
        }
    }

    /// Spoils every segment but the last, each in another place, while the mirror is behind.
    private void rotThenResynchronise(SimulatedDisk rotten, long place) throws IOException {
        try (var mirror = pair.open(dataFolder(), mirrorFolder());
                var archive = open(mirror.dataFolder())) {
            keep(archive, 50);
            leaveBehind(other, mirror, archive);
            keep(archive, 12);
            List<Path> there = segments(other);
            assertThat(there).hasSizeGreaterThan(3);
            for (Path segment : there.subList(0, there.size() - 1)) {
                long bytes = SimulatedDisk.size(segment);
                Path file = mounted(rotten).resolve(mounted(other).relativize(segment));
                rotten.rot(file, 8 * (place < 0 ? bytes + place : Math.min(place, bytes - 1)));
            }
            mirror.resynchronise();
            assertThat(mirror.isWhole()).isTrue();
            keep(archive, 3);
        }
        requireAllInEach();
    }

    private Path mounted(SimulatedDisk disk) {
        return disk == data ? dataFolder() : mirrorFolder();
    }

    private List<String> mended() {
        return pair.heard.stream().filter(news -> news.contains("mended")).toList();
    }

    @Test
    void aSegmentThatRottedWhereItIsReadIsMendedFromTheCopyThatFellBehind() throws IOException {
        rotThenResynchronise(data, 10_000);
        assertThat(mended()).hasSizeGreaterThan(2).allMatch(news -> news.startsWith("the data folder"));
    }

    @Test
    void soIsItsHeader() throws IOException {
        rotThenResynchronise(data, 100);
        assertThat(mended()).hasSizeGreaterThan(2);
    }

    @Test
    void soIsItsTrailer() throws IOException {
        rotThenResynchronise(data, -20);
        assertThat(mended()).hasSizeGreaterThan(2);
    }

    @Test
    void aSegmentThatRottedInTheCopyThatFellBehindIsWrittenAgain() throws IOException {
        rotThenResynchronise(other, 10_000);
        assertThat(mended()).isEmpty();
    }

    /// The copy that fell behind has the rotten place, but not the rest of that segment.
    @Test
    void theBeginningOfASegmentIsMendedFromACopyThatFellBehindInTheMiddle() throws IOException {
        try (var mirror = pair.open(dataFolder(), mirrorFolder());
                var archive = open(mirror.dataFolder())) {
            keep(archive, 30);
            leaveBehind(other, mirror, archive);
            Path last = segments(other).getLast();
            keep(archive, 30);
            Path file = dataFolder().resolve(mirrorFolder().relativize(last));
            assertThat(SimulatedDisk.size(file)).isGreaterThan(SimulatedDisk.size(last));
            data.rot(file, 8L * SegmentHeader.SIZE_BYTES + 800);
            mirror.resynchronise();
            assertThat(mended()).hasSize(1);
        }
        requireAllInEach();
    }

    @Test
    void aPlaceThatCannotBeReadIsWrittenAgainFromTheCopyThatFellBehind() throws IOException {
        try (var mirror = pair.open(dataFolder(), mirrorFolder());
                var archive = open(mirror.dataFolder())) {
            keep(archive, 30);
            leaveBehind(other, mirror, archive);
            data.incidents().spoil(segments(data).getFirst(), 10_000);
            mirror.resynchronise();
            assertThat(mended()).hasSize(1);
            assertThat(data.incidents().isSpoilt()).isFalse();
        }
        requireAllInEach();
    }

    /// Nobody else has it: the mirror is new.
    @Test
    void aPlaceThatCannotBeReadKeepsNothingElseFromBeingCopied() throws IOException {
        try (var archive = open(dataFolder())) {
            keep(archive, 30);
        }
        Path spoilt = segments(data).getFirst();
        try (var mirror = pair.open(dataFolder(), mirrorFolder());
                var archive = open(mirror.dataFolder())) {
            keep(archive, 3);
            data.incidents().spoil(spoilt, 10_000);
            assertThatThrownBy(mirror::resynchronise).hasMessageContaining(String.valueOf(spoilt.getFileName()));
            assertThat(mirror.isWhole()).isFalse();
            var names = new ArrayList<>(segments(data).stream()
                    .map(Path::getFileName)
                    .map(String::valueOf)
                    .toList());
            names.remove(String.valueOf(spoilt.getFileName()));
            assertThat(segments(other))
                    .map(Path::getFileName)
                    .map(String::valueOf)
                    .isEqualTo(names);
            data.incidents().comeBack();
            mirror.resynchronise();
            assertThat(mirror.isWhole()).isTrue();
        }
        requireAllInEach();
    }
}
