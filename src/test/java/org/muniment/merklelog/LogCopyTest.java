package org.muniment.merklelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogCopyTest {
    private final LogKey key = Logs.KEY;

    @TempDir
    Path folder;

    private void publish(int... sizes) throws IOException {
        try (MerkleLog log = MerkleLog.open(folder, key)) {
            for (int size : sizes) {
                log.append(Logs.entries(log.size(), size));
                log.publish();
            }
        }
    }

    @Test
    void theRootOfAnySizeIsReadFromTheTilesOfTheLastCheckpoint() throws IOException {
        publish(1, 255, 256, 257, 70_000);
        LogCopy copy = LogCopy.open(folder, key.verifier());
        assertThat(copy.checkpoint().orElseThrow().size()).isEqualTo(70_000);
        for (long size : List.of(0L, 1L, 2L, 255L, 256L, 257L, 511L, 512L, 65_535L, 65_536L, 65_537L, 69_999L, 70_000L))
            assertThat(copy.root(size)).as("size " + size).isEqualTo(Logs.root(size));
        assertThatThrownBy(() -> copy.root(70_001)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void everySizeOfASmallLogHasItsRoot() throws IOException {
        publish(600);
        LogCopy copy = LogCopy.open(folder, key.verifier());
        for (long size : LongStream.rangeClosed(0, 600).toArray())
            assertThat(copy.root(size)).as("size " + size).isEqualTo(Logs.root(size));
    }

    @Test
    void aCopyUnderAnotherKeyOrWithoutATileIsRefused() throws IOException {
        publish(300);
        var other = LogKey.of(key.origin(), LogKey.generatePair(new SecureRandom()));
        assertThatThrownBy(() -> LogCopy.open(folder, other.verifier()))
                .isInstanceOf(LogIsDamaged.class)
                .hasMessageContaining("not a checkpoint of this log");
        LogCopy copy = LogCopy.open(folder, key.verifier());
        Files.delete(folder.resolve("tile/0/000"));
        assertThatThrownBy(() -> copy.root(3)).isInstanceOf(LogIsDamaged.class).hasMessageContaining("tile/0/000");
    }

    @Test
    void aLogThatSignedNothingHasNoCheckpointAndTheEmptyRoot() throws IOException {
        LogCopy copy = LogCopy.open(folder, key.verifier());
        assertThat(copy.checkpoint()).isEmpty();
        assertThat(copy.root(0)).isEqualTo(Hash.ofEmptyTree());
    }
}
