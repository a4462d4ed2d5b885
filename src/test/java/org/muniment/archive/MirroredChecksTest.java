package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.muniment.alarm.Alarms;
import org.muniment.mirror.Mirror;

/// A check looks at both copies, each by its real path, and says in which one it found something.
class MirroredChecksTest {
    @TempDir
    Path folder;

    private static Alarms alarms;

    private Fixture fixture;
    private Path data;
    private Path other;
    private final Pair pair = new Pair();

    @BeforeAll
    static void beginAlarms(@TempDir Path home) {
        alarms = Alarms.in(home.resolve("workflow"), InstantSource.fixed(Fixture.NOON));
    }

    @AfterAll
    static void endAlarms() {
        alarms.close();
    }

    @BeforeEach
    void begin() {
        fixture = new Fixture(folder, alarms);
        data = folder.resolve("data");
        other = folder.resolve("other");
    }

    private Archive archive(Mirror mirror) throws IOException {
        return Archive.open(
                mirror.dataFolder(), fixture.settings, fixture.alarms, fixture.clock, new Workbenches(Workbench::new));
    }

    private static void keep(Archive archive, int count) {
        var random = new Random(7);
        for (int i = 0; i < count; i++) Fixture.keep(archive, Fixture.file(), Fixture.bytes(random, 60_000));
        archive.publish();
    }

    private Path side(String name) {
        return name.equals("data") ? data : other;
    }

    private static Path first(Path side, String suffix) throws IOException {
        try (Stream<Path> all = Files.walk(side.resolve("store"))) {
            return all.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void rot(Path file, int at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[at] ^= 1;
        Files.write(file, bytes);
    }

    @ParameterizedTest
    @CsvSource({"SCRUB,data", "SCRUB,other", "FULL,data", "FULL,other"})
    void rotInOneCopyOfAnOldSegmentIsFoundThere(IntegrityCheck.Level level, String where) throws IOException {
        try (var mirror = pair.open(data, other);
                var archive = archive(mirror)) {
            keep(archive, 20);
            rot(first(side(where), ".seg"), 30_000);
            assertThat(Fixture.findings(archive, level))
                    .isNotEmpty()
                    .allSatisfy(finding -> assertThat(finding).contains(side(where) + "/store"));
            assertThat(mirror.isWhole()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"QUICK,data", "QUICK,other", "SCRUB,other", "FULL,other"})
    void keysOfOneCopyThatRotAreFoundThere(IntegrityCheck.Level level, String where) throws IOException {
        try (var mirror = pair.open(data, other);
                var archive = archive(mirror)) {
            keep(archive, 5);
            rot(side(where).resolve("store/keys/segments"), 40);
            assertThat(Fixture.findings(archive, level))
                    .isNotEmpty()
                    .allSatisfy(
                            finding -> assertThat(finding).contains(side(where).toString()));
        }
    }

    @Test
    void aTileOfOneCopyThatRotsIsFoundThere() throws IOException {
        try (var mirror = pair.open(data, other);
                var archive = archive(mirror)) {
            keep(archive, 5);
            rot(first(other, ".p/5"), 3);
            assertThat(Fixture.findings(archive, IntegrityCheck.Level.SCRUB))
                    .singleElement()
                    .asString()
                    .startsWith("In " + other + ": ")
                    .contains("tile/");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"QUICK", "SCRUB", "FULL"})
    void aSegmentMissingInTheMirrorAloneIsFound(IntegrityCheck.Level level) throws IOException {
        try (var mirror = pair.open(data, other);
                var archive = archive(mirror)) {
            keep(archive, 20);
            Files.delete(first(other, ".seg"));
            assertThat(Fixture.findings(archive, level))
                    .isNotEmpty()
                    .allSatisfy(finding -> assertThat(finding).contains(other.toString()));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"QUICK", "SCRUB", "FULL"})
    void twoSoundCopiesHaveNoFindingsAndAreReadToTheEnd(IntegrityCheck.Level level) throws IOException {
        try (var mirror = pair.open(data, other);
                var archive = archive(mirror)) {
            keep(archive, 20);
            long[] last = new long[2];
            IntegrityReport report = archive.check(level, (done, total) -> {
                assertThat(done).isGreaterThanOrEqualTo(last[0]).isLessThanOrEqualTo(total);
                last[0] = done;
                last[1] = total;
            });
            assertThat(report.findings()).isEmpty();
            assertThat(report.checked()).isEqualTo(20);
            if (level != IntegrityCheck.Level.QUICK)
                assertThat(last).as("entries read of both").containsExactly(40, 40);
        }
    }

    @Test
    void aCopyThatIsBehindIsNotJudgedAndTheReportSaysSo() throws IOException {
        try (var mirror = pair.open(data, other);
                var archive = archive(mirror)) {
            keep(archive, 5);
            Files.move(other, folder.resolve("away"));
            keep(archive, 5);
            IntegrityReport report = archive.check(IntegrityCheck.Level.FULL, Progress.UNSEEN);
            assertThat(report.findings()).isEmpty();
            assertThat(report.remarks())
                    .anySatisfy(remark -> assertThat(remark)
                            .contains("is behind and was not checked")
                            .contains(data.toString()));
        }
    }

    @Test
    void aFullCheckStoppedInTheMirrorGoesOnThere() throws IOException {
        try (var mirror = pair.open(data, other);
                var archive = archive(mirror)) {
            keep(archive, 20);
            try {
                var _ = archive.check(IntegrityCheck.Level.FULL, (done, total) -> {
                    if (done == 38) throw new IllegalStateException("stopped");
                });
            } catch (IllegalStateException stopped) {
                assertThat(stopped).hasMessage("stopped");
            }
            assertThat(archive.check(IntegrityCheck.Level.FULL, Progress.UNSEEN))
                    .satisfies(report -> assertThat(report.findings()).isEmpty())
                    .satisfies(report -> assertThat(List.copyOf(report.remarks()))
                            .singleElement()
                            .asString()
                            .contains("was begun"));
        }
    }
}
