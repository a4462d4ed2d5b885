package org.muniment.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SegmentWindowTest {
    private static final int WINDOW_BYTES = 10_000;
    private final long seed = Long.getLong("seed", System.nanoTime());
    private final Random random = new Random(seed);

    @TempDir
    Path folder;

    private interface Opening {
        SegmentWindow open(Path file, int bytes) throws IOException;
    }

    @Test
    void whateverIsAskedForIsWhatTheFileHolds() throws IOException {
        showsTheFile(SegmentWindow::new);
    }

    @Test
    void whateverIsAskedForPastTheCacheIsWhatTheFileHolds() throws IOException {
        showsTheFile(SegmentWindow::pastCache);
    }

    private void showsTheFile(Opening opening) throws IOException {
        for (int size : new int[] {1, 511, 4_096, 4_097, 9_999, 50_000, 8 * 4_096}) {
            byte[] bytes = new byte[size];
            random.nextBytes(bytes);
            Path file = Files.write(folder.resolve("file"), bytes);
            try (SegmentWindow window = opening.open(file, WINDOW_BYTES)) {
                assertThat(window.fileSize()).isEqualTo(size);
                for (int i = 0; i < 200; i++) {
                    int at = random.nextInt(size);
                    int wanted = random.nextInt(WINDOW_BYTES + 1);
                    int there = Math.min(wanted, size - at);
                    ByteBuffer shown = window.at(at, wanted);
                    assertThat(shown.remaining()).isGreaterThanOrEqualTo(there);
                    assertThat(shown.slice(0, there))
                            .as("seed %d, file of %d, %d bytes at %d", seed, size, wanted, at)
                            .isEqualTo(ByteBuffer.wrap(bytes, at, there));
                }
            }
        }
    }

    @Test
    void whatIsReadForwardIsHashedOnceWhereverReadingBegins() throws IOException {
        byte[] bytes = new byte[300_000];
        random.nextBytes(bytes);
        Path file = Files.write(folder.resolve("file"), bytes);
        for (Opening opening : new Opening[] {SegmentWindow::new, SegmentWindow::pastCache}) {
            MessageDigest hash = Primitives.sha256();
            try (SegmentWindow window = opening.open(file, WINDOW_BYTES)) {
                window.digest(hash);
                int end = bytes.length - random.nextInt(20_000);
                int step = 0;
                for (int at = 0; at < end; at += step) {
                    step = 1 + random.nextInt(7_000);
                    var _ = window.at(at, step);
                }
                window.digestTo(end);
                MessageDigest expected = Primitives.sha256();
                expected.update(bytes, 0, end);
                assertThat(hash.digest()).as("seed %d", seed).isEqualTo(expected.digest());
            }
        }
    }

    @Test
    void aMissingSegmentIsDamageHoweverItIsRead() {
        assertThatThrownBy(() -> SegmentWindow.pastCache(folder.resolve("none"), 100))
                .isInstanceOf(StoreIsDamaged.class)
                .hasMessageContaining("is missing");
    }
}
