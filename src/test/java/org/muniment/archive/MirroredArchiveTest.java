package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.muniment.mirror.Mirror;
import org.muniment.mirror.MirrorIsUnusable;

/// The real archive on two folders of this machine.
class MirroredArchiveTest {
    @TempDir
    Path folder;

    private Fixture fixture;
    private Path data;
    private Path other;
    private final Pair pair = new Pair();
    private final Map<Long, byte[]> kept = new TreeMap<>();

    @BeforeEach
    void begin() {
        fixture = new Fixture(folder);
        data = folder.resolve("data");
        other = folder.resolve("other");
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    private Archive archive(Mirror mirror) throws IOException {
        return Archive.open(mirror.dataFolder(), fixture.settings, fixture.alarms, fixture.clock, benches());
    }

    private static Workbenches benches() {
        return new Workbenches(Workbench::new);
    }

    private void keep(Archive archive, int count) {
        for (int i = 0; i < count; i++) {
            byte[] raw = ("message " + kept.size() + " " + "x".repeat(40_000))
                    .getBytes(java.nio.charset.StandardCharsets.UTF_8);
            var receipt = (Receipt.Captured) Fixture.keep(archive, Fixture.file(), raw);
            kept.put(receipt.accession().index(), raw);
        }
        archive.publish();
    }

    private void requireAll(Archive archive) throws IOException {
        assertThat(archive.readOnlyReason()).isEmpty();
        kept.forEach((number, raw) ->
                assertThat(Fixture.raw(archive, new AccessionNumber(number))).isEqualTo(raw));
        archive.publish();
        assertThat(archive.check(IntegrityCheck.Level.FULL, Progress.UNSEEN).findings())
                .isEmpty();
    }

    private void requireAllIn(Path side) throws IOException {
        try (var archive = Archive.open(side, fixture.settings, fixture.alarms, fixture.clock, benches())) {
            requireAll(archive);
        }
    }

    private void workInBoth(int count) throws IOException {
        try (var mirror = pair.open(data, other);
                var archive = archive(mirror)) {
            keep(archive, count);
            if (count > 0) requireAll(archive);
        }
    }

    private static Map<String, Long> files(Path side) throws IOException {
        Map<String, Long> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(side.resolve("store"))) {
            for (Path file : all.filter(Files::isRegularFile).toList())
                files.put(side.relativize(file).toString(), crc(file));
        }
        return files;
    }

    private static long crc(Path file) {
        try {
            var crc = new java.util.zip.CRC32C();
            crc.update(Files.readAllBytes(file));
            return crc.getValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void bothFoldersHaveTheSameBytesAndEitherIsAnArchive() throws IOException {
        workInBoth(20);
        assertThat(files(other)).isEqualTo(files(data));
        assertThat(pair.heard).isEmpty();
        requireAllIn(other);
        requireAllIn(data);
    }

    @Test
    void anArchiveThatIsThereAlreadyIsBroughtToItsNewMirror() throws IOException {
        try (var archive = Archive.open(data, fixture.settings, fixture.alarms, fixture.clock, benches())) {
            keep(archive, 10);
        }
        try (var mirror = pair.open(data, other);
                var archive = archive(mirror)) {
            assertThat(mirror.isWhole()).isFalse();
            keep(archive, 5);
            mirror.resynchronise();
            assertThat(mirror.isWhole()).isTrue();
            keep(archive, 5);
        }
        assertThat(files(other)).isEqualTo(files(data));
        requireAllIn(other);
    }

    @Test
    void aMirrorThatWasAwayIsNotBelievedUntilItIsEqualAgain() throws IOException {
        workInBoth(5);
        Path away = Files.move(other, folder.resolve("away"));
        try (var mirror = pair.open(data, other);
                var archive = archive(mirror)) {
            assertThat(mirror.isWhole()).isFalse();
            keep(archive, 5);
        }
        Files.move(away, other);
        try (var mirror = pair.open(data, other);
                var archive = archive(mirror)) {
            assertThat(mirror.isWhole()).isFalse();
            requireAll(archive);
            mirror.resynchronise();
            requireAll(archive);
        }
        assertThat(files(other)).isEqualTo(files(data));
    }

    @Test
    void aDiskThatGoesWhileItWorksIsLeftBehindAndCaughtUpWith() throws IOException {
        try (var mirror = pair.open(data, other);
                var archive = archive(mirror)) {
            keep(archive, 3);
            Files.move(other, folder.resolve("away"));
            keep(archive, 10);
            assertThat(mirror.isWhole()).isFalse();
            assertThat(pair.heard).hasSize(1);
            assertThatThrownBy(mirror::resynchronise).isInstanceOf(IOException.class);
            Files.move(folder.resolve("away"), other);
            mirror.resynchronise();
            keep(archive, 3);
            assertThat(pair.heard).hasSize(2);
        }
        assertThat(files(other)).isEqualTo(files(data));
        requireAllIn(other);
    }

    @Test
    void twoThatBothWentOnAloneAreRefused() throws IOException {
        try (var mirror = pair.open(data, other);
                var archive = archive(mirror)) {
            keep(archive, 3);
            Path gone = Files.move(data.resolve("mirror-state"), folder.resolve("gone"));
            Path store = Files.move(data.resolve("store"), folder.resolve("gone-store"));
            keep(archive, 3);
            assertThat(pair.heard).hasSize(1).first().asString().contains("the data folder");
            Files.move(store, data.resolve("store"));
            Files.move(gone, data.resolve("mirror-state"));
        }
        Path away = Files.move(other, folder.resolve("away"));
        workInBoth(0);
        Files.move(away, other);
        assertThatThrownBy(() -> pair.open(data, other))
                .isInstanceOf(MirrorIsUnusable.class)
                .hasMessageContaining("went on without the other");
    }

    @Test
    void aDataFolderWithoutItsArchiveIsNotBegunAnew() throws IOException {
        workInBoth(1);
        Files.move(data, folder.resolve("aside"));
        assertThatThrownBy(() -> pair.open(data, other))
                .isInstanceOf(MirrorIsUnusable.class)
                .hasMessageContaining("mount it");
    }

    @Test
    void aMirrorThatTookMailAloneLeadsUntilTheDataFolderIsEqualAgain() throws IOException {
        try (var mirror = pair.open(data, other);
                var archive = archive(mirror)) {
            keep(archive, 3);
            Files.move(data.resolve("store"), folder.resolve("gone-store"));
            Path gone = Files.move(data.resolve("mirror-state"), folder.resolve("gone"));
            keep(archive, 8);
            Files.move(folder.resolve("gone-store"), data.resolve("store"));
            Files.move(gone, data.resolve("mirror-state"));
        }
        try (var mirror = pair.open(data, other);
                var archive = archive(mirror)) {
            requireAll(archive);
            mirror.resynchronise();
            keep(archive, 1);
        }
        assertThat(files(other)).isEqualTo(files(data));
        requireAllIn(data);
    }

    @Test
    void theMirrorOfAnotherArchiveIsRefused() throws IOException {
        workInBoth(1);
        Path others = folder.resolve("others-data");
        Path othersMirror = folder.resolve("others-mirror");
        pair.open(others, othersMirror).close();
        assertThatThrownBy(() -> pair.open(data, othersMirror))
                .isInstanceOf(MirrorIsUnusable.class)
                .hasMessageContaining("mirror of another archive");
        assertThatThrownBy(() -> pair.open(other, data)).hasMessageContaining("Swap the two folders");
        Files.createDirectories(folder.resolve("photos/2019"));
        assertThatThrownBy(() -> pair.open(data, folder.resolve("photos"))).hasMessageContaining("something else");
        assertThatThrownBy(() -> pair.open(data, data.resolve("mirror"))).hasMessageContaining("one inside the other");
    }

    @Test
    void aDamagedKeyTableIsMendedFromTheOtherSide() throws IOException {
        workInBoth(3);
        Path table = data.resolve("store/keys/segments");
        byte[] bytes = Files.readAllBytes(table);
        bytes[40] ^= 1;
        Files.write(table, bytes);
        try (var mirror = pair.open(data, other);
                var archive = archive(mirror)) {
            assertThat(mirror.mended()).containsExactly("store/keys/segments");
            requireAll(archive);
        }
    }
}
