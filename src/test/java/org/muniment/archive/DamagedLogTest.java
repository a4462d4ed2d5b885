package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A tile of the log has rotted on the disk that leads when the other one is brought up to date from it.
class DamagedLogTest {
    @TempDir
    Path folder;

    private Fixture fixture;
    private Path data;
    private Path other;
    private final Pair pair = new Pair();

    @BeforeEach
    void begin() throws IOException {
        fixture = new Fixture(folder);
        data = folder.resolve("data");
        other = folder.resolve("other");
        keep(3);
        Files.move(other, folder.resolve("away"));
        keep(1);
        Files.move(folder.resolve("away"), other, StandardCopyOption.ATOMIC_MOVE);
    }

    @AfterEach
    void end() {
        fixture.close();
    }

    private Archive open(Path at) throws IOException {
        return Archive.open(at, fixture.settings, fixture.alarms, fixture.clock, new Workbenches(Workbench::new));
    }

    private void keep(int count) throws IOException {
        try (var mirror = pair.open(data, other);
                var archive = open(mirror.dataFolder())) {
            for (int i = 0; i < count; i++) Fixture.keep(archive, Fixture.file(), new byte[] {1, 2, (byte) i});
            archive.publish();
        }
    }

    private List<Path> tiles() throws IOException {
        try (var all = Files.walk(other.resolve("store/log"))) {
            return all.filter(
                            file -> Files.isRegularFile(file) && file.toString().contains("/tile/"))
                    .map(other::relativize)
                    .toList();
        }
    }

    @Test
    void isMendedFromTheCopyThatFellBehind() throws IOException {
        List<Path> tiles = tiles();
        assertThat(tiles).hasSizeGreaterThan(1);
        for (Path tile : tiles) {
            byte[] good = Files.readAllBytes(data.resolve(tile));
            byte[] bad = good.clone();
            bad[good.length - 1] ^= 1;
            Files.write(data.resolve(tile), bad);
            try (var mirror = pair.open(data, other)) {
                mirror.resynchronise();
                assertThat(mirror.isWhole()).isTrue();
            }
            assertThat(Files.readAllBytes(data.resolve(tile))).as("%s", tile).isEqualTo(good);
            assertThat(Files.readAllBytes(other.resolve(tile))).as("%s", tile).isEqualTo(good);
            Files.move(other, folder.resolve("away"));
            keep(1);
            Files.move(folder.resolve("away"), other);
        }
        assertThat(pair.heard).filteredOn(news -> news.contains("mended")).hasSameSizeAs(tiles);
    }
}
