package org.muniment.merklelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Of two copies of a log one has a damaged tile: which one, the log's other files tell.
class DifferingTilesTest {
    private static final int SIZE = 600;

    @TempDir
    Path folder;

    private Path leading;
    private Path other;

    @BeforeEach
    void publishTwice() throws IOException {
        leading = folder.resolve("leading/log/x");
        other = folder.resolve("other/log/x");
        for (Path log : List.of(leading, other)) publish(log, SIZE);
    }

    private static void publish(Path folder, int size) throws IOException {
        try (MerkleLog log = MerkleLog.open(folder, Logs.KEY)) {
            log.append(Logs.entries(log.size(), size));
            log.publish();
        }
    }

    private List<String> tiles() throws IOException {
        List<String> names = new ArrayList<>();
        try (var files = Files.walk(leading.resolve("tile"))) {
            for (Path file : files.filter(Files::isRegularFile).toList())
                names.add(leading.relativize(file).toString());
        }
        assertThat(names).contains("tile/0/001", "tile/1/000.p/2", "tile/entries/000", "tile/entries/002.p/88");
        return names;
    }

    private static void rot(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 4;
        Files.write(file, bytes);
    }

    @Test
    void whatTheLeadingCopyRottedIsTakenFromTheOther() throws IOException {
        for (String tile : tiles()) {
            byte[] good = Files.readAllBytes(leading.resolve(tile));
            rot(leading.resolve(tile));
            assertThat(DifferingTiles.rightInOther(leading.resolve(tile), other.resolve(tile)))
                    .as(tile)
                    .isEqualTo(OptionalLong.of(good.length));
            Files.write(leading.resolve(tile), good);
        }
    }

    @Test
    void whatTheOtherCopyRottedIsNotTaken() throws IOException {
        for (String tile : tiles()) {
            rot(other.resolve(tile));
            assertThat(DifferingTiles.rightInOther(leading.resolve(tile), other.resolve(tile)))
                    .as(tile)
                    .isEqualTo(OptionalLong.of(0));
        }
    }

    @Test
    void twoDamagedCopiesReplaceNeither() throws IOException {
        rot(leading.resolve("tile/0/000"));
        Files.write(other.resolve("tile/0/000"), new byte[7]);
        assertThat(DifferingTiles.rightInOther(leading.resolve("tile/0/000"), other.resolve("tile/0/000")))
                .isEmpty();
    }

    /// Behind the last checkpoint a tile may be written again with other entries.
    @Test
    void whatIsNotSignedIsTheLeadingCopys() throws IOException {
        publish(other, SIZE + 50);
        Path tile = Path.of("tile/0/002.p/138");
        Files.write(leading.resolve(tile), new byte[138 * Hash.SIZE_BYTES]);
        assertThat(DifferingTiles.rightInOther(leading.resolve(tile), other.resolve(tile)))
                .isEqualTo(OptionalLong.of(0));
    }
}
