package org.muniment.merklelog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MerkleLogTest {
    @TempDir
    Path folder;

    @Test
    void tilesLieWhereTheSpecificationSays() throws IOException {
        try (MerkleLog log = open()) {
            log.append(Logs.entries(0, 70_000));
            log.publish();
        }
        TreeSet<String> files = files();
        assertThat(files)
                .contains(
                        "checkpoint",
                        "tile/0/000",
                        "tile/0/272",
                        "tile/0/273.p/112",
                        "tile/1/000",
                        "tile/1/001.p/17",
                        "tile/2/000.p/1",
                        "tile/entries/000",
                        "tile/entries/272",
                        "tile/entries/273.p/112")
                .hasSize(2 + 273 + 1 + 1 + 1 + 1 + 273 + 1);
        assertThat(Files.size(folder.resolve("tile/0/000"))).isEqualTo(8192);
        assertThat(Files.size(folder.resolve("tile/1/001.p/17"))).isEqualTo(17 * 32);
        assertThat(TileName.hashes(0, 1_234_067, 256).path()).isEqualTo("tile/0/x001/x234/067");
        assertThat(TileName.entries(1_234_067, 8).path()).isEqualTo("tile/entries/x001/x234/067.p/8");
        assertThat(TileName.hashes(3, 1000, 256).path()).isEqualTo("tile/3/x001/000");
    }

    @Test
    void aTileHoldsTheHashesAndABundleTheEntriesBehindTheirLengths() throws IOException {
        try (MerkleLog log = open()) {
            log.append(Logs.entries(0, 257));
            log.publish();
        }
        byte[] tile = Files.readAllBytes(folder.resolve("tile/0/000"));
        assertThat(Hash.at(tile, 32 * 9)).isEqualTo(Hash.ofLeaf(Logs.entry(9)));
        assertThat(Files.readAllBytes(folder.resolve("tile/0/001.p/1")))
                .isEqualTo(Hash.ofLeaf(Logs.entry(256)).bytes());
        assertThat(Files.readAllBytes(folder.resolve("tile/1/000.p/1")))
                .isEqualTo(Logs.root(256).bytes());
        byte[] bundle = Files.readAllBytes(folder.resolve("tile/entries/000"));
        int length = Logs.entry(0).length;
        assertThat(bundle).startsWith(0, length).contains(Logs.entry(0)[0]);
        assertThat(EntryBundle.decode(bundle, TileName.entries(0, 256)).get(9)).isEqualTo(Logs.entry(9));
    }

    @Test
    void whatWasPublishedIsThereAndProvableAfterReopening() throws Exception {
        long size = 0;
        for (long step : List.of(1L, 2L, 252L, 1L, 1L, 255L, 600L, 66_000L)) {
            try (MerkleLog log = open()) {
                assertThat(log.size()).isEqualTo(size);
                log.append(Logs.entries(size, size + step));
                size += step;
                assertThat(log.publish().size()).isEqualTo(size);
                assertThat(log.publish()).isEqualTo(log.checkpoint().orElseThrow());
            }
            assertProvable(size);
        }
        assertThat(findings()).isEmpty();
    }

    private void assertProvable(long size) throws Exception {
        Hash root = Logs.root(size);
        try (MerkleLog log = open()) {
            Checkpoint checkpoint =
                    LogVerifier.checkpoint(Files.readAllBytes(folder.resolve("checkpoint")), Logs.KEY.verifier());
            assertThat(checkpoint.root()).isEqualTo(root).isEqualTo(log.root(size));
            for (long index = 0; index < size; index += 1 + size / 50) {
                LogVerifier.verify(log.prove(index, size), log.leaf(index), root);
                LogVerifier.verify(log.consistency(index, size), log.root(index), root);
                assertThat(log.entry(index)).isEqualTo(Logs.entry(index));
            }
        }
    }

    @Test
    void whatIsNotYetPublishedIsProvableAsWell() throws Exception {
        try (MerkleLog log = open()) {
            log.append(Logs.entries(0, 300));
            log.publish();
            log.append(Logs.entries(300, 1000));
            assertThat(log.unpublished()).isEqualTo(700);
            LogVerifier.verify(log.prove(299, 700), Hash.ofLeaf(Logs.entry(299)), Logs.root(700));
            LogVerifier.verify(log.prove(650, 1000), log.leaf(650), Logs.root(1000));
            assertThat(log.entry(10)).isEqualTo(Logs.entry(10));
        }
        try (MerkleLog log = open()) {
            assertThat(log.size()).isEqualTo(300);
        }
    }

    @Test
    void whoeverNeedsACheckpointMayWaitForIt() throws Exception {
        try (MerkleLog log = open()) {
            log.append(Logs.entries(0, 3));
            assertThat(log.awaitCheckpoint(2, Duration.ofMillis(20))).isEmpty();
            Thread publisher = Thread.ofVirtual().start(() -> {
                try {
                    log.publish();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertThat(log.awaitCheckpoint(2, Duration.ofSeconds(30))
                            .orElseThrow()
                            .size())
                    .isEqualTo(3);
            publisher.join();
        }
    }

    @Test
    void onlyThePartialTilesOfTheLastTileRemain() throws IOException {
        try (MerkleLog log = open()) {
            for (int i = 0; i < 600; i++) {
                log.append(Logs.entries(i, i + 1));
                log.publish();
            }
        }
        assertThat(files()).noneMatch(f -> f.contains("/000.p") && !f.startsWith("tile/1/"));
        assertThat(files()).noneMatch(f -> f.contains("/001.p"));
        assertThat(files().stream().filter(f -> f.startsWith("tile/0/002.p/"))).hasSize(600 - 512);
        assertThat(findings()).isEmpty();
    }

    @Test
    void anEmptyLogHasASignedCheckpointOnceAskedForOne() throws Exception {
        try (MerkleLog log = open()) {
            assertThat(log.checkpoint()).isEqualTo(Optional.empty());
            assertThat(log.publish().root()).isEqualTo(Hash.ofEmptyTree());
        }
        try (MerkleLog log = open()) {
            assertThat(log.checkpoint().orElseThrow().size()).isZero();
        }
        assertThat(findings()).isEmpty();
    }

    @Test
    void anEntryLongerThanABundleCanSayIsRefusedAndNothingOfItsBatchTaken() throws IOException {
        try (MerkleLog log = open()) {
            log.append(List.of(new byte[65_535]));
            assertThatThrownBy(() -> log.append(List.of(new byte[1], new byte[65_536])))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThat(log.size()).isEqualTo(1);
            log.publish();
        }
        try (MerkleLog log = open()) {
            assertThat(log.entry(0)).isEqualTo(new byte[65_535]);
        }
    }

    @Test
    void anotherKeyIsRefused() throws IOException {
        publish(10);
        LogKey other = LogKey.of(Logs.KEY.origin(), LogKey.generatePair(new SecureRandom()));
        assertThatThrownBy(() -> MerkleLog.open(folder, other))
                .isInstanceOf(LogIsDamaged.class)
                .hasMessageContaining("not signed by this key");
    }

    @Test
    void aLogRolledBackToAnOldCheckpointIsRefused() throws IOException {
        publish(300);
        byte[] old = Files.readAllBytes(folder.resolve("checkpoint"));
        publish(301);
        publish(302);
        Files.write(folder.resolve("checkpoint"), old);
        assertThatThrownBy(this::open).isInstanceOf(LogIsDamaged.class).hasMessageContaining("rolled back");
        Files.delete(folder.resolve("checkpoint"));
        assertThatThrownBy(this::open).isInstanceOf(LogIsDamaged.class).hasMessageContaining("rolled back");
    }

    @Test
    void everyFlippedByteOfTheFolderIsFoundByTheFullCheck() throws IOException {
        publish(3);
        publish(257);
        publish(260);
        for (String name : files()) {
            byte[] bytes = Files.readAllBytes(folder.resolve(name));
            int step = Math.max(1, bytes.length / 50);
            for (int at = 0; at < bytes.length; at += step) {
                byte[] changed = bytes.clone();
                changed[at] ^= 0x10;
                Files.write(folder.resolve(name), changed);
                assertThat(isFound()).as("%s, byte %d", name, at).isTrue();
            }
            Files.write(folder.resolve(name), new byte[0]);
            assertThat(isFound()).as("%s emptied", name).isTrue();
            Files.delete(folder.resolve(name));
            assertThat(isFound()).as("%s deleted", name).isTrue();
            Files.write(folder.resolve(name), bytes);
        }
        assertThat(isFound()).isFalse();
    }

    private boolean isFound() {
        try {
            return !findings().isEmpty();
        } catch (IOException refused) {
            return true;
        }
    }

    private List<String> findings() throws IOException {
        try (MerkleLog log = open();
                LogCheck check = log.check()) {
            for (long i = 0; i < check.size(); i++) check.next(Logs.entry(i));
            return check.findings();
        }
    }

    @Test
    void theFullCheckFindsAnEntryThatTheArchiveNoLongerKeepsAsSigned() throws IOException {
        publish(300);
        try (MerkleLog log = open();
                LogCheck check = log.check()) {
            for (long i = 0; i < check.size(); i++) check.next(Logs.entry(i == 100 ? 101 : i));
            assertThat(check.findings())
                    .anyMatch(f -> f.contains("tile/0/000") && f.contains("from hash 100"))
                    .anyMatch(f -> f.contains("tile/entries/000"))
                    .anyMatch(f -> f.contains("root signed for size 300"));
        }
        try (MerkleLog log = open();
                LogCheck check = log.check()) {
            check.next(Logs.entry(0));
            assertThat(check.findings()).singleElement().asString().contains("only 1 entries are kept");
        }
    }

    private void publish(long size) throws IOException {
        try (MerkleLog log = open()) {
            log.append(Logs.entries(log.size(), size));
            log.publish();
        }
    }

    private MerkleLog open() throws IOException {
        return MerkleLog.open(folder, Logs.KEY);
    }

    private TreeSet<String> files() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(Files::isRegularFile)
                    .forEach(f -> names.add(folder.relativize(f).toString()));
        }
        return names;
    }
}
